// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include "client/core/notify/notices.h"
#include "client/terminal/app/commander.h"
#include "client/terminal/app/date_watch.h"
#include "client/terminal/app/nearby_watch.h"
#include "client/terminal/command/completion.h"
#include "client/terminal/curses/curses_screen.h"
#include "client/terminal/edit/keymap.h"
#include "client/terminal/edit/line_editor.h"
#include "client/terminal/full/sign_in_form.h"
#include "client/terminal/full/switcher.h"
#include "client/terminal/plain/sign_in_dialog.h"
#include "client/terminal/screen/compose.h"

namespace jjak::terminal {

//! The full-screen face: which key does what, what has the focus, when to draw. It draws nothing itself: it fills a View.
class FullScreen final : public QObject {
    Q_OBJECT

public:
    FullScreen(CursesScreen &screen, Commander &commander, QObject *parent = nullptr);

    //! With what the command line told; the rest is asked for on the sign-in page.
    void begin(const SignInDialog &start);

Q_SIGNALS:
    void quitWanted();

private:
    //! A key that was meant for the line before must not answer a proposal that has just come up.
    static constexpr Duration proposalSettles = 700ms;

    void listen();
    void key(const Key &key);
    void formKey(const Key &key);
    bool listKey(const Key &key);
    bool switcherKey(const Key &key);
    bool panicKey(const Key &key);
    bool proposalKey(const Key &key);
    bool choiceKey(const Key &key);
    Hands hands() const;
    bool runEverywhere(Act act, const Key &key);
    bool runInRooms(Act act);
    bool runInMessages(Act act);
    bool runInLine(Act act);
    void inputKey(const Key &key);
    void submit();
    void signIn();
    void completeNext();
    void nextFocus(int by);
    void openSwitcher();
    void switchRoom(int by);
    void nextUnread();
    int page() const;
    void chooseRow(int row);
    void showRoom();
    void showUnread();
    void scroll(int lines);
    //! All loaded messages as lines, as they are drawn now.
    std::vector<DrawnLine> drawnMessages() const;
    void chooseMessage(int by);
    void chooseVisible();
    void showChosen();
    void beginAbout(Verb verb);
    void giveUp();
    void ring();
    client::Surroundings surroundings() const;
    void markSeen();
    void news();
    void dateNews();
    //! The blind date asks for a choice in the room that is shown.
    bool mayChoose() const;
    bool tickingDate() const;
    QString heldLine() const;
    //! What can be done where no chat is open.
    QString lobbyHint() const;
    void tellHeld(View &view) const;
    void thawed();
    void keepText(const QString &text, const QString &why);
    void messageArrived(RoomId room, const protocol::Message &message);
    void say(const QString &text, bool problem);
    void clearSaid() { m_said.clear(), m_offers = {}, m_offer = -1; }
    void setFocus(Focus focus);
    void changed() { m_draw.start(); }
    void draw();
    View view() const;
    void fillConversation(View &view) const;
    void fillDate(View &view) const;
    //! Numbers at the messages while they can be named, and which one is.
    void nameMessages(View &view) const;
    //! The line is a command and no words for the chat.
    bool isOrder() const { return !m_input.isEmpty() && wordsIn(m_input.text()).isEmpty(); }
    QString hint() const;
    bool inForm() const { return !m_session.isSignedIn(); }

    CursesScreen &m_screen;
    Commander &m_commander;
    client::Session &m_session;
    SignInForm m_form;
    LineEditor m_input;
    Focus m_focus = Focus::Input;
    QPointer<client::MessageListModel> m_messages;
    RoomId m_shown;
    int m_roomCursor = -1;
    int m_linesBelow = 0;
    QStringList m_said;
    bool m_saidIsError = false;
    Completion m_offers;
    int m_offer = -1;
    std::optional<ListBox> m_list;
    std::optional<Switcher> m_switcher;
    qint64 m_chosen = 0; //!< number of the message that keys are about
    client::Notices m_notices;
    bool m_panic = false;
    NearbyWatch m_watch;
    DateWatch m_dateWatch;
    Time m_foundAt{};
    QTimer m_draw, m_second;
    QString m_title;
    QElapsedTimer m_ticked;
    bool m_signedInByOptions = false;
};

} // namespace jjak::terminal
