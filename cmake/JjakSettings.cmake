# SPDX-FileCopyrightText: The Jjak authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler, linker and libraries: everything that is the same for every module.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG") # as distributions build; -O3 takes a tenth longer and gains nothing that was measured

include(GNUInstallDirs)
find_package(PkgConfig REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network WebSockets Sql Gui Widgets Svg Positioning DBus LinguistTools)
find_package(Qt6Keychain REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(libpq REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(hiredis REQUIRED IMPORTED_TARGET hiredis)
set_property(TARGET PkgConfig::hiredis PROPERTY INTERFACE_COMPILE_OPTIONS) # the size of file offsets, which fits no precompiled header
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus)
qt_standard_project_setup()

# Debian's QtKeychain, Prometheus client and ncurses come without imported targets that we could name.
add_library(Qt6Keychain INTERFACE)
target_link_libraries(Qt6Keychain INTERFACE ${QTKEYCHAIN_LIBRARIES})
target_include_directories(Qt6Keychain INTERFACE ${QTKEYCHAIN_INCLUDE_DIRS})
set(CURSES_NEED_NCURSES TRUE)
set(CURSES_NEED_WIDE TRUE)
find_package(Curses REQUIRED)
add_library(Curses INTERFACE)
target_include_directories(Curses INTERFACE ${CURSES_INCLUDE_DIRS})
target_link_libraries(Curses INTERFACE ${CURSES_LIBRARIES})
target_compile_definitions(Curses INTERFACE NCURSES_WIDECHAR=1)

add_library(jjak_flags INTERFACE)
target_include_directories(jjak_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(jjak_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  -fstack-protector-strong $<$<BOOL:${JJAK_WERROR}>:-Werror>)
target_compile_definitions(jjak_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400 JJAK_VERSION="${PROJECT_VERSION}")
target_link_libraries(jjak_flags INTERFACE Threads::Threads)
if(JJAK_SANITIZE)
  target_compile_options(jjak_flags INTERFACE -fsanitize=${JJAK_SANITIZE} -fno-omit-frame-pointer -g -O1)
  target_link_options(jjak_flags INTERFACE -fsanitize=${JJAK_SANITIZE})
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
# Either headers are parsed once, or compilations are remembered: ccache reads a whole precompiled header for each of them, which
# costs more than it saves when much has changed.
option(JJAK_PRECOMPILE "Parse common headers once; OFF: use ccache instead" ON)
find_program(CCACHE ccache)
if(CCACHE AND NOT JJAK_PRECOMPILE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
