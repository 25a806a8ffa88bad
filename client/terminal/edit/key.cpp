// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/edit/key.h"

#include "client/terminal/edit/line_editor.h"

namespace jjak::terminal {

namespace {

bool applyControl(LineEditor &line, const Key &key)
{
    switch (key.text.isEmpty() ? u'\0' : key.text[0].unicode()) {
    case u'a':
        line.home();
        return true;
    case u'e':
        line.end();
        return true;
    case u'b':
        line.left();
        return true;
    case u'f':
        line.right();
        return true;
    case u'w':
        line.eraseWord();
        return true;
    case u'k':
        line.eraseRest();
        return true;
    case u'u':
        line.eraseBefore();
        return true;
    default:
        return false;
    }
}

} // namespace

bool applyKey(LineEditor &line, const Key &key)
{
    switch (key.code) {
    case Key::Code::Text:
        line.insert(key.text);
        return true;
    case Key::Code::Control:
        return applyControl(line, key);
    case Key::Code::Backspace:
        line.backspace();
        return true;
    case Key::Code::Delete:
        line.erase();
        return true;
    case Key::Code::Left:
        line.left();
        return true;
    case Key::Code::Right:
        line.right();
        return true;
    case Key::Code::WordLeft:
        line.wordLeft();
        return true;
    case Key::Code::WordRight:
        line.wordRight();
        return true;
    case Key::Code::Home:
        line.home();
        return true;
    case Key::Code::End:
        line.end();
        return true;
    default:
        return false;
    }
}

} // namespace jjak::terminal
