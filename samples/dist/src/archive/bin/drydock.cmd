@echo off
rem Runs the command: with the Java beside it where there is one, else with that of JAVA_HOME or of the path, 17 or later.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%~dp0..\runtime\bin\java.exe" set "java=%~dp0..\runtime\bin\java"
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -cp "%~dp0..\lib\*" dev.drydock.cli.Main %*
