# SPDX-FileCopyrightText: The Jjak authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the units for this prefix. As GNUInstallDirs has it, what belongs to /usr is configured in /etc. An installed configuration is
# somebody's by now and stays as it is.
cmake_path(ABSOLUTE_PATH programs BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX} OUTPUT_VARIABLE PROGRAMS)
cmake_path(ABSOLUTE_PATH data BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX} OUTPUT_VARIABLE DATA)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  set(CONFIGURATION /etc/jjak)
else()
  set(CONFIGURATION ${CMAKE_INSTALL_PREFIX}/etc/jjak)
endif()
file(READ ${packaging}/systemd/confinement CONFINEMENT)
string(STRIP "${CONFINEMENT}" CONFINEMENT)
foreach(unit jjakd.service jjakd@.service)
  configure_file(${packaging}/systemd/${unit}.in ${made}/${unit} @ONLY)
  file(INSTALL ${made}/${unit} DESTINATION ${CMAKE_INSTALL_PREFIX}/lib/systemd/system)
endforeach()
if(NOT EXISTS "$ENV{DESTDIR}${CONFIGURATION}/jjakd.toml")
  file(INSTALL ${packaging}/../resources/configuration/jjakd.toml DESTINATION ${CONFIGURATION})
endif()
