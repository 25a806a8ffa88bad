# SPDX-FileCopyrightText: The Jjak authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Two thirds of each compile is parsing Qt and the protocol, so they are parsed once for each kind of source:
# core (Qt without windows), wire (and the protocol), window (and widgets). Qt Test looks different to each of its users.
# Tests are compiled more often than they run: what they test is optimised, they themselves are not (a third less of their building). That
# takes parsed headers of their own: test_wire, test_window.
# A source still includes what it uses: with -DJJAK_PRECOMPILE=OFF (see JjakSettings.cmake) everything has to build as well.

set(std_headers <algorithm> <array> <chrono> <deque> <functional> <map> <memory> <mutex> <optional> <set> <string> <string_view> <tuple> <unordered_map> <utility> <variant> <vector>)
set(core_headers ${std_headers} <QAbstractListModel> <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument>
  <QJsonObject> <QList> <QLocale> <QLoggingCategory> <QMap> <QObject> <QPointer> <QRegularExpression> <QSet> <QString> <QTimer> <QUrl> <QVariant>)
set(wire_headers ${core_headers} ${CMAKE_SOURCE_DIR}/common/protocol/commands.h ${CMAKE_SOURCE_DIR}/common/protocol/events.h ${CMAKE_SOURCE_DIR}/common/protocol/frame.h)
set(window_headers ${wire_headers} <QApplication> <QCheckBox> <QComboBox> <QDialog> <QHBoxLayout> <QLabel> <QLineEdit> <QListView> <QMenu> <QMouseEvent> <QPainter> <QPixmap>
  <QPlainTextEdit> <QPushButton> <QScrollArea> <QStyledItemDelegate> <QToolButton> <QVBoxLayout> <QWidget>)

function(jjak_precompiled kind)
  cmake_parse_arguments(A "" "" "LINKS;OPTIONS;HEADERS" ${ARGN})
  set(source ${CMAKE_BINARY_DIR}/precompiled/${kind}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "// Only here so that its headers are compiled.\n")
  add_library(jjak_precompiled_${kind} OBJECT ${source})
  set_target_properties(jjak_precompiled_${kind} PROPERTIES POSITION_INDEPENDENT_CODE ON AUTOMOC OFF)
  target_link_libraries(jjak_precompiled_${kind} PRIVATE jjak_flags ${A_LINKS})
  target_compile_options(jjak_precompiled_${kind} PRIVATE ${A_OPTIONS})
  target_precompile_headers(jjak_precompiled_${kind} PRIVATE ${A_HEADERS})
endfunction()

set(JJAK_TEST_OPTIONS $<$<CONFIG:Release>:-O0>)
if(JJAK_PRECOMPILE)
  jjak_precompiled(core LINKS Qt6::Core HEADERS ${core_headers})
  jjak_precompiled(wire LINKS Qt6::Core HEADERS ${wire_headers})
  jjak_precompiled(window LINKS Qt6::Widgets HEADERS ${window_headers})
  jjak_precompiled(test_wire LINKS Qt6::Core OPTIONS ${JJAK_TEST_OPTIONS} HEADERS ${wire_headers})
  jjak_precompiled(test_window LINKS Qt6::Widgets OPTIONS ${JJAK_TEST_OPTIONS} HEADERS ${window_headers})
endif()

# jjak_precompile(target kind): the target's sources begin with the parsed headers of that kind.
# g++ frees memory during a compilation by walking all of it, parsed headers too: it may take a gigabyte before it does.
function(jjak_precompile target kind)
  if(JJAK_PRECOMPILE)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=1000000>)
    target_precompile_headers(${target} REUSE_FROM jjak_precompiled_${kind})
  endif()
endfunction()

# The same for a test, of kind wire or window.
function(jjak_compile_test target kind)
  target_compile_options(${target} PRIVATE ${JJAK_TEST_OPTIONS})
  jjak_precompile(${target} test_${kind})
endfunction()
