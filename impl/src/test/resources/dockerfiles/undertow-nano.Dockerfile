# escape=`

# cmd.exe on Windows: the escape character is a backtick, and paths end in backslashes.
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022 AS base
COPY undertow.exe C:\undertow\
WORKDIR C:\undertow\
RUN setx /M PATH "%PATH%;C:\undertow" `
 && undertow.exe --register
ENTRYPOINT ["C:\\undertow\\undertow.exe"]
