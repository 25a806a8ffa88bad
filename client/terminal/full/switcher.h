// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "client/terminal/edit/key.h"
#include "client/terminal/edit/line_editor.h"
#include "client/terminal/screen/view.h"
#include "common/base/ids.h"

namespace jjak::terminal {

//! Ctrl+K: a few letters of a name, Enter goes there. It knows neither screen nor session.
class Switcher {
public:
    enum class Wish { Nothing, Close, Open };
    struct Entry {
        RoomId room;
        QString name; //!< cleaned
    };

    explicit Switcher(std::vector<Entry> entries);
    Wish act(const Key &key);
    //! What Open means; null while nothing is found.
    RoomId chosen() const;
    ListBox view() const;

private:
    void filter();

    std::vector<Entry> m_entries;
    std::vector<Entry> m_found;
    LineEditor m_typed;
    int m_chosen = 0;
};

} // namespace jjak::terminal
