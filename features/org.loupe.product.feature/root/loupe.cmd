@echo off
rem Copyright (c) 2026 The Loupe authors.
rem This program and the accompanying materials are made available under the terms of the
rem Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
rem SPDX-License-Identifier: EPL-2.0
rem
rem Starts Loupe: the workbench without arguments or with ide, the command line with any other first word.
rem LOUPE_JAVA names a java.exe or a JDK folder; LOUPE_JAVA_OPTS adds options of the Java machine.
setlocal DisableDelayedExpansion
set ORT_DISABLE_TELEMETRY=1
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"

set "JAVA="
if defined LOUPE_JAVA call :try "%LOUPE_JAVA%"
if not defined JAVA if defined LOUPE_JAVA call :try "%LOUPE_JAVA%\bin\java.exe"
if not defined JAVA call :try "%HOME_DIR%\jre\bin\java.exe"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~$PATH:J"
if not defined JAVA for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do if not defined JAVA call :try "%%~D\bin\java.exe"
if not defined JAVA (
  echo loupe: no Java 21 or newer found; install one or set LOUPE_JAVA or JAVA_HOME 1>&2
  exit /b 5
)
set "LAUNCHER="
for %%J in ("%HOME_DIR%\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fJ"
if not defined LAUNCHER (
  echo loupe: %HOME_DIR%\plugins has no org.eclipse.equinox.launcher jar: this is no complete installation; install it again 1>&2
  exit /b 5
)

if "%~1"=="" goto workbench
if /i "%~1"=="ide" (
  shift
  goto workbench
)
if "%~1"=="--workspace" goto workbench

rem The command line keeps Equinox's state in an area of its own that is filled once and only read afterwards; an '=' before
rem every argument keeps Equinox from taking those that look like its own (-data, -debug, ...).
set "AREA=%LOCALAPPDATA%\Loupe\cli"
set "KEY="
for /f "skip=1 delims=" %%H in ('certutil -hashfile "%HOME_DIR%\configuration\org.eclipse.equinox.simpleconfigurator\bundles.info" SHA1') do if not defined KEY set "KEY=%%H"
set "KEY=%KEY: =%"
set "AREA=%AREA%-%KEY%"
rem The first compiler alone halves the time of a start; the second one follows for what runs often.
set "COMPILER=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
for %%C in (list settings devices inspect card predict help version --help -h --version) do if /i "%~1"=="%%C" set "COMPILER=-XX:TieredStopAtLevel=1"
set "FLAGS=-XX:+UseSerialGC %COMPILER% -Xshare:auto --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dosgi.startLevel=4 -Dloupe.arguments=prefixed"
set "APPLICATION=-application org.loupe.cli.app -data @none -nosplash"
if not exist "%AREA%\filled" (
  "%JAVA%" %FLAGS% -jar "%LAUNCHER%" -install "%HOME_DIR%" -configuration "%AREA%" %APPLICATION% "=--version" >nul 2>&1
  echo filled>"%AREA%\filled"
)
set "ARGUMENTS="
:next_argument
set ARGUMENT=%1
if not defined ARGUMENT goto run
set ARGUMENTS=%ARGUMENTS% "=%~1"
shift
goto next_argument
:run
"%JAVA%" %FLAGS% -Dosgi.configuration.area.readOnly=true %LOUPE_JAVA_OPTS% -jar "%LAUNCHER%" -install "%HOME_DIR%" -configuration "%AREA%" %APPLICATION% %ARGUMENTS%
exit /b %ERRORLEVEL%

:workbench
set "WORKSPACE="
if "%~1"=="--workspace" set "WORKSPACE=%~2"
set "OPTIONS="
set "IN_OPTIONS="
for /f "usebackq delims=" %%L in ("%HOME_DIR%\eclipse.ini") do call :option "%%L"
set "OUT=%TEMP%\loupe-%RANDOM%-%RANDOM%.txt"
:start
if defined WORKSPACE (
  "%JAVA%" %OPTIONS% %LOUPE_JAVA_OPTS% -jar "%LAUNCHER%" -install "%HOME_DIR%" -data "%WORKSPACE%" >"%OUT%"
) else (
  "%JAVA%" %OPTIONS% %LOUPE_JAVA_OPTS% -jar "%LAUNCHER%" -install "%HOME_DIR%" >"%OUT%"
)
set "CODE=%ERRORLEVEL%"
if "%CODE%"=="23" goto start
if "%CODE%"=="24" (
  call :next_workspace
  goto start
)
type "%OUT%"
del "%OUT%"
exit /b %CODE%

rem Takes the java binary %1 if it is new enough.
:try
if not exist "%~1" exit /b
if exist "%~1\" exit /b
for /f "tokens=3" %%V in ('""%~1" -version 2>&1" ^| findstr /i version') do for /f "tokens=1 delims=." %%M in ("%%~V") do if %%M GEQ 21 set "JAVA=%~1"
exit /b

rem Collects a line of eclipse.ini that follows -vmargs.
:option
if defined IN_OPTIONS set "OPTIONS=%OPTIONS% %~1"
if "%~1"=="-vmargs" set "IN_OPTIONS=yes"
exit /b

rem The workspace that the workbench printed after its last line "-data" when it ended with code 24.
:next_workspace
set "LAST="
for /f "usebackq delims=" %%L in ("%OUT%") do call :workspace_line "%%L"
exit /b
:workspace_line
if "%LAST%"=="-data" set "WORKSPACE=%~1"
set "LAST=%~1"
exit /b
