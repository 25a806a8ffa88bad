// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::terminal {

class LineEditor;

//! One key as the terminal told it.
struct Key {
    enum class Code { Text, Control, Alt, Function, Enter, Tab, BackTab, Escape, Backspace, Delete, Left, Right, WordLeft, WordRight, Up, Down, AltUp, AltDown, Home, End, PageUp, PageDown };
    Code code = Code::Text;
    QString text = {}; //!< what was typed; of Control and Alt the other key, in lower case
    int number = 0;    //!< of a function key
    bool operator==(const Key &) const = default;

    static Key control(QChar c) { return {Code::Control, c}; }
    bool isControl(QChar c) const { return code == Code::Control && text == c; }
};

//! The keys that every line understands, as the keymap says. False: it was none of them.
bool applyKey(LineEditor &line, const Key &key);

} // namespace jjak::terminal
