// A transform of one's own, its laws, and what it would do: samples/jshell/drydock -Dtree=services samples/jshell/own-transform.jsh
var lean = Transform.eachCommand("apt-get", call -> call.runs("install") && !call.has("--no-install-recommends")
    ? call.insertAfter("install", "--no-install-recommends").because("acme/lean", call, "recommended packages are not needed")
    : Edit.keep())
var files = Dockerfiles.under(setting("tree", "."))
var generated = DockerfileArbitraries.sample(20, 1)
files.files().values().forEach(file -> Laws.check(lean, file))
generated.forEach(text -> Laws.check(lean, Dockerfile.parse(text)))
print("The laws hold for " + files.files().size() + " files and for " + generated.size() + " generated ones.")
print(files.refit(lean))
/exit
