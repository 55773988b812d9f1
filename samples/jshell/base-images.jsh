// The base images of a tree, with build arguments resolved: samples/jshell/drydock -Dtree=services samples/jshell/base-images.jsh
var files = Dockerfiles.under(setting("tree", "."))
print(files)
print(files.baseImages())
/exit
