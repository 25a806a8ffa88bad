// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/edit/keymap.h"

#include <algorithm>
#include <array>
#include <vector>

#include "client/terminal/edit/line_editor.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using Code = Key::Code;
using Where = Binding::Where;

namespace {

//! Any of the digits 1 to 9.
const QString &anyDigit()
{
    static const QString text = u"1…9"_s;
    return text;
}

//! What an act does, and under which heading it stands.
struct ActHelp {
    Act act;
    const char *text; //!< to be translated in "term"
    const char *heading = nullptr;
};

constexpr std::array helps{
    ActHelp{Act::Help, QT_TRANSLATE_NOOP("term", "This help"), QT_TRANSLATE_NOOP("term", "Keys that work everywhere:")},
    ActHelp{Act::NextArea, QT_TRANSLATE_NOOP("term", "Next area: line, proposal, chats, messages. Behind a slash: complete")},
    ActHelp{Act::PreviousArea, QT_TRANSLATE_NOOP("term", "The area before")},
    ActHelp{Act::Switch, QT_TRANSLATE_NOOP("term", "Find a chat by its name (in the line: at its end)")},
    ActHelp{Act::RoomByNumber, QT_TRANSLATE_NOOP("term", "Chat of that number")},
    ActHelp{Act::NextUnread, QT_TRANSLATE_NOOP("term", "Next chat with something unread")},
    ActHelp{Act::PreviousRoom, QT_TRANSLATE_NOOP("term", "Previous chat")},
    ActHelp{Act::NextRoom, QT_TRANSLATE_NOOP("term", "Next chat")},
    ActHelp{Act::PageUp, QT_TRANSLATE_NOOP("term", "Older messages")},
    ActHelp{Act::PageDown, QT_TRANSLATE_NOOP("term", "Newer messages")},
    ActHelp{Act::Panic, QT_TRANSLATE_NOOP("term", "Then l, b or r: leave, block or report at once")},
    ActHelp{Act::Redraw, QT_TRANSLATE_NOOP("term", "Draw the screen anew")},
    ActHelp{Act::Quit, QT_TRANSLATE_NOOP("term", "End the program")},
    ActHelp{Act::Up, QT_TRANSLATE_NOOP("term", "The one above"), QT_TRANSLATE_NOOP("term", "In the areas of the chats and of the messages:")},
    ActHelp{Act::Down, QT_TRANSLATE_NOOP("term", "The one below")},
    ActHelp{Act::First, QT_TRANSLATE_NOOP("term", "The first one")},
    ActHelp{Act::Last, QT_TRANSLATE_NOOP("term", "The last one")},
    ActHelp{Act::HalfUp, QT_TRANSLATE_NOOP("term", "Half a page up")},
    ActHelp{Act::HalfDown, QT_TRANSLATE_NOOP("term", "Half a page down")},
    ActHelp{Act::OpenRoom, QT_TRANSLATE_NOOP("term", "Open the chat")},
    ActHelp{Act::Reply, QT_TRANSLATE_NOOP("term", "Reply to the message")},
    ActHelp{Act::Edit, QT_TRANSLATE_NOOP("term", "Edit your message")},
    ActHelp{Act::Back, QT_TRANSLATE_NOOP("term", "Back to the line")},
    ActHelp{Act::Send, QT_TRANSLATE_NOOP("term", "Send it"), QT_TRANSLATE_NOOP("term", "In the line:")},
    ActHelp{Act::GiveUp, QT_TRANSLATE_NOOP("term", "Give up the reply or the edit")},
    ActHelp{Act::Older, QT_TRANSLATE_NOOP("term", "What was typed before")},
    ActHelp{Act::Newer, QT_TRANSLATE_NOOP("term", "What was typed after it")},
    ActHelp{Act::Begin, QT_TRANSLATE_NOOP("term", "To its beginning")},
    ActHelp{Act::End, QT_TRANSLATE_NOOP("term", "To its end")},
    ActHelp{Act::Left, QT_TRANSLATE_NOOP("term", "One character back")},
    ActHelp{Act::Right, QT_TRANSLATE_NOOP("term", "One character on")},
    ActHelp{Act::WordLeft, QT_TRANSLATE_NOOP("term", "One word back")},
    ActHelp{Act::WordRight, QT_TRANSLATE_NOOP("term", "One word on")},
    ActHelp{Act::Backspace, QT_TRANSLATE_NOOP("term", "Erase the character before")},
    ActHelp{Act::Erase, QT_TRANSLATE_NOOP("term", "Erase the character behind")},
    ActHelp{Act::EraseWord, QT_TRANSLATE_NOOP("term", "Erase the word before")},
    ActHelp{Act::EraseRest, QT_TRANSLATE_NOOP("term", "Erase what stands behind")},
    ActHelp{Act::EraseBefore, QT_TRANSLATE_NOOP("term", "Erase what stands before")},
    ActHelp{Act::PutBack, QT_TRANSLATE_NOOP("term", "Put back what was erased last")},
    ActHelp{Act::ProposalKeys, QT_TRANSLATE_NOOP("term", "Answer a proposal, in its area"), QT_TRANSLATE_NOOP("term", "In areas that come by themselves:")},
    ActHelp{Act::ChoiceKeys, QT_TRANSLATE_NOOP("term", "In the area of a blind date's choice: choose a seat, or nobody")},
};

std::vector<Binding> makeTable()
{
    return {
        {Act::Help, Where::Anywhere, {Code::Function, {}, 1}},
        {Act::Help, Where::EmptyLine, {Code::Text, u"?"_s}},
        {Act::Help, Where::Lists, {Code::Text, u"?"_s}},
        {Act::NextArea, Where::Anywhere, {Code::Tab}},
        {Act::PreviousArea, Where::Anywhere, {Code::BackTab}},
        {Act::Switch, Where::Lists, Key::control(u'k')},
        {Act::Switch, Where::LineEnd, Key::control(u'k')},
        {Act::RoomByNumber, Where::Anywhere, {Code::Alt, anyDigit()}},
        {Act::NextUnread, Where::Anywhere, {Code::Alt, u"a"_s}},
        {Act::NextUnread, Where::Lists, {Code::Text, u"n"_s}},
        {Act::PreviousRoom, Where::Anywhere, {Code::AltUp}},
        {Act::NextRoom, Where::Anywhere, {Code::AltDown}},
        {Act::PageUp, Where::Anywhere, {Code::PageUp}},
        {Act::PageDown, Where::Anywhere, {Code::PageDown}},
        {Act::Panic, Where::Anywhere, Key::control(u'x')},
        {Act::Redraw, Where::Anywhere, Key::control(u'l')},
        {Act::Quit, Where::Anywhere, Key::control(u'c')},
        {Act::Quit, Where::EmptyLine, Key::control(u'd')},
        {Act::Up, Where::Lists, {Code::Text, u"k"_s}},
        {Act::Up, Where::Lists, {Code::Up}},
        {Act::Down, Where::Lists, {Code::Text, u"j"_s}},
        {Act::Down, Where::Lists, {Code::Down}},
        {Act::First, Where::Lists, {Code::Text, u"g"_s}},
        {Act::First, Where::Lists, {Code::Home}},
        {Act::Last, Where::Lists, {Code::Text, u"G"_s}},
        {Act::Last, Where::Lists, {Code::End}},
        {Act::HalfUp, Where::Lists, Key::control(u'u')},
        {Act::HalfDown, Where::Lists, Key::control(u'd')},
        {Act::OpenRoom, Where::Rooms, {Code::Enter}},
        {Act::Reply, Where::Messages, {Code::Text, u"r"_s}},
        {Act::Reply, Where::Messages, {Code::Enter}},
        {Act::Edit, Where::Messages, {Code::Text, u"e"_s}},
        {Act::Back, Where::Lists, {Code::Escape}},
        {Act::Send, Where::Input, {Code::Enter}},
        {Act::GiveUp, Where::Input, {Code::Escape}},
        {Act::Older, Where::Input, Key::control(u'p')},
        {Act::Older, Where::Input, {Code::Up}},
        {Act::Newer, Where::Input, Key::control(u'n')},
        {Act::Newer, Where::Input, {Code::Down}},
        {Act::Begin, Where::Input, Key::control(u'a')},
        {Act::Begin, Where::Input, {Code::Home}},
        {Act::End, Where::Input, Key::control(u'e')},
        {Act::End, Where::Input, {Code::End}},
        {Act::Left, Where::Input, Key::control(u'b')},
        {Act::Left, Where::Input, {Code::Left}},
        {Act::Right, Where::Input, Key::control(u'f')},
        {Act::Right, Where::Input, {Code::Right}},
        {Act::WordLeft, Where::Input, {Code::WordLeft}},
        {Act::WordRight, Where::Input, {Code::WordRight}},
        {Act::Backspace, Where::Input, {Code::Backspace}},
        {Act::Erase, Where::Input, {Code::Delete}},
        {Act::Erase, Where::Input, Key::control(u'd')},
        {Act::EraseWord, Where::Input, Key::control(u'w')},
        {Act::EraseRest, Where::Input, Key::control(u'k')},
        {Act::EraseBefore, Where::Input, Key::control(u'u')},
        {Act::PutBack, Where::Input, Key::control(u'y')},
    };
}

const std::vector<Binding> &table()
{
    static const std::vector<Binding> all = makeTable();
    return all;
}

//! The letter on the same key while the Korean layout is on.
QString latin(const QString &text)
{
    static constexpr std::array letters{std::pair(u'ㅏ', u'k'), std::pair(u'ㅓ', u'j'), std::pair(u'ㅎ', u'g'), std::pair(u'ㅜ', u'n'), std::pair(u'ㄱ', u'r'), std::pair(u'ㄷ', u'e'), std::pair(u'ㅁ', u'a')};
    const auto it = std::ranges::find_if(letters, [&](const auto &pair) { return text == QChar(pair.first); });
    return it == letters.end() ? text : QString(QChar(it->second));
}

bool isSame(const Key &bound, const Key &key)
{
    if (bound.code != key.code || bound.number != key.number)
        return false;
    if (bound.text == anyDigit())
        return key.text.size() == 1 && key.text[0] >= u'1' && key.text[0] <= u'9';
    return bound.text == key.text;
}

bool holds(Where where, const Hands &hands)
{
    const bool line = hands.area == Hands::Area::Input;
    switch (where) {
    case Where::Anywhere: return true;
    case Where::Lists: return !line;
    case Where::Rooms: return hands.area == Hands::Area::Rooms;
    case Where::Messages: return hands.area == Hands::Area::Messages;
    case Where::EmptyLine: return line && hands.lineIsEmpty;
    case Where::LineEnd: return line && hands.atLineEnd;
    case Where::Input: return line;
    }
    return false;
}

QString keysOf(Act act)
{
    if (act == Act::ProposalKeys)
        return u"y, n"_s;
    if (act == Act::ChoiceKeys)
        return u"1…9, 0"_s;
    QStringList names;
    for (const Binding &binding : table())
        if (binding.act == act && !names.contains(nameOf(binding.key)))
            names += nameOf(binding.key);
    return names.join(u", "_s);
}

} // namespace

Hands Hands::on(const LineEditor &line)
{
    return {Area::Input, line.isEmpty(), line.cursor() == line.text().size()};
}

std::optional<Act> actOf(const Key &key, const Hands &hands)
{
    Key meant = key;
    if (key.code == Code::Alt || (key.code == Code::Text && hands.area != Hands::Area::Input))
        meant.text = latin(key.text);
    for (const Binding &binding : table()) // what is for one moment only stands before what is for the whole line
        if (holds(binding.where, hands) && isSame(binding.key, meant))
            return binding.act;
    return std::nullopt;
}

std::span<const Binding> bindings()
{
    return table();
}

QString nameOf(const Key &key)
{
    switch (key.code) {
    case Code::Text: return key.text;
    case Code::Control: return u"Ctrl+"_s + key.text.toUpper();
    case Code::Alt: return u"Alt+"_s + key.text;
    case Code::AltUp: return u"Alt+Up"_s;
    case Code::AltDown: return u"Alt+Down"_s;
    case Code::Function: return u"F%1"_s.arg(key.number);
    case Code::Enter: return u"Enter"_s;
    case Code::Tab: return u"Tab"_s;
    case Code::BackTab: return u"Shift+Tab"_s;
    case Code::Escape: return u"Esc"_s;
    case Code::Backspace: return u"Backspace"_s;
    case Code::Delete: return u"Del"_s;
    case Code::Left: return u"Left"_s;
    case Code::Right: return u"Right"_s;
    case Code::WordLeft: return u"Ctrl+Left"_s;
    case Code::WordRight: return u"Ctrl+Right"_s;
    case Code::Up: return u"Up"_s;
    case Code::Down: return u"Down"_s;
    case Code::Home: return u"Home"_s;
    case Code::End: return u"End"_s;
    case Code::PageUp: return u"PgUp"_s;
    case Code::PageDown: return u"PgDn"_s;
    }
    return {};
}

QStringList keyHelp()
{
    QStringList lines;
    for (const ActHelp &help : helps) {
        if (help.heading)
            lines += {QString(), translate("term", help.heading)};
        lines += keysOf(help.act) + u'\t' + translate("term", help.text);
    }
    return lines;
}

} // namespace jjak::terminal
