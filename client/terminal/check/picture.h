// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

namespace jjak::terminal {

//! A picture of the sky at dawn, as a PNG with nothing else in it. It needs no library for pictures: this program has none.
QByteArray dawn(QSize size);

} // namespace jjak::terminal
