// Pins a base image: samples/jshell/drydock -Dtree=services -Dimage=python:3.12-slim -Ddigest=sha256:… samples/jshell/pin-digest.jsh
var image = setting("image", "python:3.12-slim")
var digest = setting("digest", "")
var pinned = Transform.eachBaseImage((from, base) -> !base.text().equals(image) ? Edit.keep() : from.image().hasVariables()
    ? Edit.keep().because("acme/pinned", base, "a build argument chooses the image; pin its default")
    : Edit.replace(from.withImage(base.withDigest(digest))).because("acme/pinned", base, "a tag can move"))
var refit = Dockerfiles.under(setting("tree", ".")).refit(pinned)
print(refit)
print(refit.write())
/exit
