// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>
#include <span>

#include "client/terminal/edit/key.h"

//! Which key does what: one table, from which keys are obeyed and the help is made. Pure.
namespace jjak::terminal {

//! What a key can be for. In the order in which the help lists it.
enum class Act {
    Help, NextArea, PreviousArea, Switch, RoomByNumber, NextUnread, PreviousRoom, NextRoom, PageUp, PageDown, Panic, Redraw, Quit,
    Up, Down, First, Last, HalfUp, HalfDown, OpenRoom, Reply, Edit, Back,
    Send, GiveUp, Older, Newer, Begin, End, Left, Right, WordLeft, WordRight, Backspace, Erase, EraseWord, EraseRest, EraseBefore, PutBack,
    ProposalKeys, ChoiceKeys, // in areas of their own, where the keys are those of an answer
};

//! Where the keyboard is, as far as it matters to keys.
struct Hands {
    enum class Area { Input, Rooms, Messages } area = Area::Input;
    bool lineIsEmpty = true;
    bool atLineEnd = true;
    static Hands on(const LineEditor &line);
};

//! What the key is for there; nullopt: nothing, of a character: to be written.
std::optional<Act> actOf(const Key &key, const Hands &hands);

//! A row of the table.
struct Binding {
    enum class Where { Anywhere, Lists, Rooms, Messages, EmptyLine, LineEnd, Input };
    Act act;
    Where where;
    Key key;
};
std::span<const Binding> bindings();
//! How a key is written: "Ctrl+A", "Alt+1…9", "PgUp".
QString nameOf(const Key &key);
//! The lines of the help: the keys, a tab, what they do; headings have no tab.
QStringList keyHelp();

} // namespace jjak::terminal
