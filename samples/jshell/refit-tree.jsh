// Refits every Dockerfile of a tree: samples/jshell/drydock -Dtree=services samples/jshell/refit-tree.jsh
var refit = Dockerfiles.under(setting("tree", ".")).refit(pythonCaching())
print(refit)
print(refit.summary())
print(refit.write())
/exit
