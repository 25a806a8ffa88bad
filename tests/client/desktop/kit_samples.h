// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>

namespace jjak::desktop::test {

//! A conversation with everything that a row can be, in Korean and English.
void fillConversation(QStandardItemModel &model);

//! A list of rooms with everything that a line can be.
void fillRooms(QStandardItemModel &model);

} // namespace jjak::desktop::test
