// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/edit/key.h"

#include "client/terminal/edit/keymap.h"
#include "client/terminal/edit/line_editor.h"

namespace jjak::terminal {

namespace {

bool applyAct(LineEditor &line, Act act)
{
    switch (act) {
    case Act::Begin: return line.home(), true;
    case Act::End: return line.end(), true;
    case Act::Left: return line.left(), true;
    case Act::Right: return line.right(), true;
    case Act::WordLeft: return line.wordLeft(), true;
    case Act::WordRight: return line.wordRight(), true;
    case Act::Backspace: return line.backspace(), true;
    case Act::Erase: return line.erase(), true;
    case Act::EraseWord: return line.eraseWord(), true;
    case Act::EraseRest: return line.eraseRest(), true;
    case Act::EraseBefore: return line.eraseBefore(), true;
    case Act::PutBack: return line.putBack(), true;
    default: return false;
    }
}

} // namespace

bool applyKey(LineEditor &line, const Key &key)
{
    // Neither empty nor at its end: keys that mean something else there are for whoever has more than the line.
    const auto act = actOf(key, {Hands::Area::Input, false, false});
    if (act && applyAct(line, *act))
        return true;
    if (key.code != Key::Code::Text)
        return false;
    line.insert(key.text);
    return true;
}

} // namespace jjak::terminal
