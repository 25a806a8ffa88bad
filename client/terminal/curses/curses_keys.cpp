// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/curses/curses_keys.h"

#include <array>

#include "client/terminal/text/sanitize.h"

// After everything else: ncurses defines macros of common names.
#define NCURSES_NOMACROS 1
#include <curses.h>

namespace jjak::terminal {

const int keyPasteBegins = KEY_MAX + 1, keyPasteEnds = KEY_MAX + 2, keyFocusComes = KEY_MAX + 5, keyFocusGoes = KEY_MAX + 6;

namespace {

constexpr int wordLeft = KEY_MAX + 3, wordRight = KEY_MAX + 4, altUp = KEY_MAX + 7, altDown = KEY_MAX + 8;

constexpr std::array known{
    std::pair{KEY_ENTER, Key::Code::Enter},        std::pair{KEY_BTAB, Key::Code::BackTab}, std::pair{KEY_BACKSPACE, Key::Code::Backspace}, std::pair{KEY_DC, Key::Code::Delete},
    std::pair{KEY_LEFT, Key::Code::Left},          std::pair{KEY_RIGHT, Key::Code::Right},  std::pair{KEY_SLEFT, Key::Code::WordLeft},      std::pair{wordLeft, Key::Code::WordLeft},
    std::pair{KEY_SRIGHT, Key::Code::WordRight},   std::pair{wordRight, Key::Code::WordRight}, std::pair{KEY_UP, Key::Code::Up},            std::pair{KEY_DOWN, Key::Code::Down},
    std::pair{altUp, Key::Code::AltUp},            std::pair{altDown, Key::Code::AltDown},
    std::pair{KEY_HOME, Key::Code::Home},          std::pair{KEY_END, Key::Code::End},      std::pair{KEY_PPAGE, Key::Code::PageUp},        std::pair{KEY_NPAGE, Key::Code::PageDown},
};

} // namespace

void defineKeys()
{
    ::define_key("\033[200~", keyPasteBegins);
    ::define_key("\033[201~", keyPasteEnds);
    ::define_key("\033[I", keyFocusComes);
    ::define_key("\033[O", keyFocusGoes);
    ::define_key("\033[1;3A", altUp);
    ::define_key("\033[1;3B", altDown);
    for (const char *sequence : {"\033[1;5D", "\033[1;3D", "\033b"})
        ::define_key(sequence, wordLeft);
    for (const char *sequence : {"\033[1;5C", "\033[1;3C", "\033f"})
        ::define_key(sequence, wordRight);
}

std::optional<Key> functionKey(int code)
{
    if (code >= KEY_F(1) && code <= KEY_F(12))
        return Key{Key::Code::Function, {}, code - KEY_F(0)};
    for (const auto &[name, key] : known) {
        if (name == code)
            return Key{key};
    }
    return std::nullopt;
}

Key typedKey(int code)
{
    switch (code) {
    case '\r':
    case '\n':
        return {Key::Code::Enter};
    case '\t':
        return {Key::Code::Tab};
    case 8:
    case 127:
        return {Key::Code::Backspace};
    case 27:
        return {Key::Code::Escape};
    default:
        return code < 32 ? Key::control(QChar(code + 96)) : Key{Key::Code::Text, clean(characterOf(code))};
    }
}

QString characterOf(int code)
{
    const char32_t c = char32_t(code);
    return QString::fromUcs4(&c, 1);
}

} // namespace jjak::terminal
