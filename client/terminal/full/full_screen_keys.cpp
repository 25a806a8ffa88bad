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
    if (listKey(key))
        return;
    if (inForm())
        return formKey(key);
    if (panicKey(key) || proposalKey(key) || choiceKey(key) || roomsKey(key) || messagesKey(key) || globalKey(key))
        return;
    inputKey(key);
}

QStringList FullScreen::keyHelp()
{
    return {translate("term", "F1, ?\tThis help"),
            translate("term", "Tab\tNext area: line, proposal, chats, messages. Behind a slash: complete"),
            translate("term", "Ctrl+N, Ctrl+P, Alt+1…9\tOther chats"),
            translate("term", "PgUp, PgDn\tOlder and newer messages"),
            translate("term", "y, n\tAnswer a proposal"),
            translate("term", "1…9, 0\tIn the area of a blind date's choice: choose a seat, or nobody"),
            translate("term", "Ctrl+X, then l, b or r\tLeave, block or report at once"),
            translate("term", "Ctrl+A, E, W, K, U; Up, Down\tEdit the line; what was typed before"),
            translate("term", "Ctrl+C\tEnd the program")};
}

bool FullScreen::listKey(const Key &key)
{
    if (!m_list)
        return false;
    const int page = m_screen.rows() - 3, most = std::max(0, int(drawList(*m_list, m_screen.columns() - 2).size()) - page);
    int by = 0;
    if (key.code == Key::Code::Up)
        by = -1;
    else if (key.code == Key::Code::Down)
        by = 1;
    else if (key.code == Key::Code::PageUp)
        by = -page;
    else if (key.code == Key::Code::PageDown)
        by = page;
    else
        m_list.reset();
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
        if (key.isControl(u'x')) {
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

bool FullScreen::roomsKey(const Key &key)
{
    if (m_focus != Focus::Rooms)
        return false;
    const int count = m_session.rooms()->rowCount();
    switch (key.code) {
    case Key::Code::Up:
        m_roomCursor = std::max(0, m_roomCursor - 1);
        return true;
    case Key::Code::Down:
        m_roomCursor = std::clamp(m_roomCursor + 1, 0, std::max(0, count - 1));
        return true;
    case Key::Code::Home:
        m_roomCursor = 0;
        return true;
    case Key::Code::End:
        m_roomCursor = std::max(0, count - 1);
        return true;
    case Key::Code::Enter:
        chooseRow(m_roomCursor);
        setFocus(Focus::Input);
        return true;
    case Key::Code::Escape:
        setFocus(Focus::Input);
        return true;
    case Key::Code::Text:
        setFocus(Focus::Input);
        return false; // typing goes on in the line
    default:
        return false;
    }
}

bool FullScreen::messagesKey(const Key &key)
{
    if (m_focus != Focus::Messages)
        return false;
    switch (key.code) {
    case Key::Code::Up:
        scroll(1);
        return true;
    case Key::Code::Down:
        scroll(-1);
        return true;
    case Key::Code::Home:
        scroll(1 << 20);
        return true;
    case Key::Code::End:
        scroll(-(1 << 20));
        return true;
    case Key::Code::Escape:
        setFocus(Focus::Input);
        return true;
    case Key::Code::Text:
        setFocus(Focus::Input);
        return false;
    default:
        return false;
    }
}

bool FullScreen::globalKey(const Key &key)
{
    switch (key.code) {
    case Key::Code::Function:
        if (key.number == 1)
            m_commander.run(Command{.verb = Verb::Help});
        return true;
    case Key::Code::Text:
        if (key.text != u"?" || !m_input.isEmpty())
            return false;
        m_commander.run(Command{.verb = Verb::Help});
        return true;
    case Key::Code::Alt: {
        const int number = key.text.toInt();
        if (number >= 1 && number <= m_session.rooms()->rowCount())
            chooseRow(number - 1);
        return true;
    }
    case Key::Code::Control:
        return controlKey(key);
    case Key::Code::Tab:
        m_focus == Focus::Input && m_input.text().startsWith(u'/') ? completeNext() : nextFocus(1);
        return true;
    case Key::Code::BackTab:
        nextFocus(-1);
        return true;
    default:
        return pageKey(key);
    }
}

bool FullScreen::controlKey(const Key &key)
{
    if (key.isControl(u'n'))
        switchRoom(1);
    else if (key.isControl(u'p'))
        switchRoom(-1);
    else if (key.isControl(u'l'))
        m_screen.forget();
    else if (key.isControl(u'c') || (key.isControl(u'd') && m_input.isEmpty()))
        Q_EMIT quitWanted();
    else
        return false;
    return true;
}

bool FullScreen::pageKey(const Key &key)
{
    const int page = std::max(1, areasOf({}, m_screen.rows(), m_screen.columns()).messageRows() - 2);
    if (key.code == Key::Code::PageUp)
        scroll(page);
    else if (key.code == Key::Code::PageDown)
        scroll(-page);
    else
        return false;
    return true;
}

void FullScreen::inputKey(const Key &key)
{
    if (m_focus != Focus::Input && key.code != Key::Code::Text)
        return;
    switch (key.code) {
    case Key::Code::Enter:
        return submit();
    case Key::Code::Up:
        return m_input.older();
    case Key::Code::Down:
        return m_input.newer();
    case Key::Code::Escape:
        return clearSaid();
    default:
        break;
    }
    if (!applyKey(m_input, key))
        return;
    m_offers = {};
    m_offer = -1;
    if (key.code == Key::Code::Text && !m_shown.isNull() && !isOrder())
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
