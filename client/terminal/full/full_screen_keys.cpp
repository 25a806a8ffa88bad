// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/full/full_screen.h"

#include "client/terminal/app/when.h"
#include "client/terminal/screen/compose.h"

//! Which key does what.
namespace jjak::terminal {

using namespace Qt::StringLiterals;

void FullScreen::key(const Key &key)
{
    changed();
    if (switcherKey(key) || listKey(key))
        return;
    if (inForm())
        return formKey(key);
    if (panicKey(key) || proposalKey(key) || choiceKey(key))
        return;
    const auto act = actOf(key, hands());
    if (act && (runEverywhere(*act, key) || runInRooms(*act) || runInMessages(*act) || runInLine(*act)))
        return;
    inputKey(key);
}

Hands FullScreen::hands() const
{
    Hands hands = Hands::on(m_input);
    if (m_focus == Focus::Rooms)
        hands.area = Hands::Area::Rooms;
    else if (m_focus == Focus::Messages)
        hands.area = Hands::Area::Messages;
    return hands;
}

bool FullScreen::switcherKey(const Key &key)
{
    if (!m_switcher)
        return false;
    const Switcher::Wish wish = m_switcher->act(key);
    const RoomId room = m_switcher->chosen();
    if (wish != Switcher::Wish::Nothing)
        m_switcher.reset();
    if (wish == Switcher::Wish::Open)
        m_commander.open(room);
    return true;
}

bool FullScreen::listKey(const Key &key)
{
    if (!m_list)
        return false;
    const int page = m_screen.rows() - 3, most = std::max(0, int(drawList(*m_list, m_screen.columns() - 2).size()) - page);
    int by = 0;
    switch (actOf(key, {Hands::Area::Messages}).value_or(Act::Back)) {
    case Act::Up: by = -1; break;
    case Act::Down: by = 1; break;
    case Act::PageUp: by = -page; break;
    case Act::PageDown: by = page; break;
    case Act::HalfUp: by = -page / 2; break;
    case Act::HalfDown: by = page / 2; break;
    case Act::First: by = -m_list->scroll; break;
    case Act::Last: by = most; break;
    default: m_list.reset(); break;
    }
    if (m_list)
        m_list->scroll = std::clamp(m_list->scroll + by, 0, most);
    return true;
}

void FullScreen::formKey(const Key &key)
{
    if (key.code == Key::Code::Function && key.number == 1)
        return m_commander.run(Command{.verb = Verb::Help});
    switch (m_form.act(key)) {
    case SignInForm::Wish::Submit:
        return signIn();
    case SignInForm::Wish::Quit:
        return Q_EMIT quitWanted();
    case SignInForm::Wish::Language:
        return m_commander.run(Command{.verb = Verb::Lang, .text = m_commander.language().code() == "ko"_L1 ? u"en"_s : u"ko"_s});
    case SignInForm::Wish::Nothing:
        return;
    }
}

//! Ctrl+X and one more key: away from here, from everywhere, without looking.
bool FullScreen::panicKey(const Key &key)
{
    if (!m_panic) {
        if (actOf(key, hands()) == Act::Panic) {
            m_panic = true;
            say(translate("term", "l leave · b block and leave · r report, block and leave · q quit · any other key: nothing"), true);
        }
        return m_panic;
    }
    m_panic = false;
    clearSaid();
    const QString pressed = key.code == Key::Code::Control || key.code == Key::Code::Text ? key.text.toLower() : QString();
    const bool proposed = m_session.state().nearby.proposal.has_value() && m_focus == Focus::Proposal;
    if (m_commander.isInDate() && !proposed && (pressed == u"b" || pressed == u"r"))
        return m_commander.block(), true; // says how to name a seat
    if (pressed == u"l")
        proposed ? m_commander.decline() : m_commander.leave();
    else if (pressed == u"b")
        m_commander.block(proposed);
    else if (pressed == u"r")
        m_commander.report(protocol::ReportReason::Other, {}, proposed);
    else if (pressed == u"q")
        return Q_EMIT quitWanted(), true;
    else
        return true;
    if (!proposed)
        m_commander.open({}); // off the screen as well
    return true;
}

bool FullScreen::proposalKey(const Key &key)
{
    if (m_focus != Focus::Proposal || key.code != Key::Code::Text || !m_session.state().nearby.proposal)
        return false;
    const QString pressed = key.text.toLower();
    const bool yes = pressed == u"y" || pressed == u"ㅛ"; // the same keys while the Korean layout is on
    const bool no = pressed == u"n" || pressed == u"ㅜ";
    if (localNow() - m_foundAt < proposalSettles)
        return yes || no;
    if (yes)
        m_commander.accept();
    else if (no)
        m_commander.decline();
    else
        setFocus(Focus::Input);
    return yes || no;
}

//! A digit chooses a seat; anything else goes on in the line.
bool FullScreen::choiceKey(const Key &key)
{
    if (m_focus != Focus::Proposal || m_session.state().nearby.proposal || key.code == Key::Code::Tab || key.code == Key::Code::BackTab)
        return false;
    bool digit = false;
    const int seat = key.text.toInt(&digit);
    if (key.code != Key::Code::Text || !digit || key.text.size() != 1) {
        if (key.code == Key::Code::Text || key.code == Key::Code::Escape)
            setFocus(Focus::Input);
        return false;
    }
    if (localNow() - m_foundAt >= proposalSettles) {
        clearSaid();
        m_commander.choose(seat);
    }
    return true;
}

//! False: nothing that works everywhere.
bool FullScreen::runEverywhere(Act act, const Key &key)
{
    switch (act) {
    case Act::Help: m_commander.run(Command{.verb = Verb::Help}); return true;
    case Act::NextArea: m_focus == Focus::Input && m_input.text().startsWith(u'/') ? completeNext() : nextFocus(1); return true;
    case Act::PreviousArea: nextFocus(-1); return true;
    case Act::Switch: openSwitcher(); return true;
    case Act::RoomByNumber:
        if (const int number = key.text.toInt(); number <= m_session.rooms()->rowCount())
            chooseRow(number - 1);
        return true;
    case Act::NextUnread: nextUnread(); return true;
    case Act::PreviousRoom: switchRoom(-1); return true;
    case Act::NextRoom: switchRoom(1); return true;
    case Act::PageUp: scroll(page()); return true;
    case Act::PageDown: scroll(-page()); return true;
    case Act::Redraw: m_screen.forget(); return true;
    case Act::Quit: Q_EMIT quitWanted(); return true;
    default: return false;
    }
}

bool FullScreen::runInLine(Act act)
{
    if (m_focus != Focus::Input)
        return false;
    switch (act) {
    case Act::Send: submit(); return true;
    case Act::GiveUp: giveUp(); return true;
    case Act::Older: m_input.older(); return true;
    case Act::Newer: m_input.newer(); return true;
    default: return false;
    }
}

//! Esc: what was begun about a message is a plain line again, or nothing; and what was said goes.
void FullScreen::giveUp()
{
    clearSaid();
    if (namingIn(m_input.text()))
        m_input.setText(wordsIn(m_input.text()));
}

void FullScreen::inputKey(const Key &key)
{
    if (m_focus != Focus::Input && key.code != Key::Code::Text)
        return;
    if (m_focus == Focus::Rooms || m_focus == Focus::Messages)
        setFocus(Focus::Input); // writing goes on in the line
    if (!applyKey(m_input, key))
        return;
    m_offers = {};
    m_offer = -1;
    if (key.code == Key::Code::Text && !m_shown.isNull() && !isOrder() && !m_commander.isAsking())
        m_session.typing(m_shown);
}

void FullScreen::submit()
{
    const QString line = m_input.take();
    clearSaid();
    m_linesBelow = 0;
    if (!m_shown.isNull())
        m_session.setDraft(m_shown, {});
    m_commander.run(parse(line));
}

void FullScreen::completeNext()
{
    if (m_offers.lines.isEmpty()) {
        m_offers = complete(m_input.text(), [this](const QString &typed) { return m_commander.placeNames(typed); }, m_commander.seatNumbers(), m_commander.isAtTable(),
                             [this] { return m_commander.nameables(); });
        m_offer = -1;
    }
    if (m_offers.lines.isEmpty())
        return;
    m_offer = (m_offer + 1) % int(m_offers.lines.size());
    m_input.setText(m_offers.lines[m_offer]);
    if (m_offers.lines.size() == 1)
        m_offers = {};
}

} // namespace jjak::terminal
