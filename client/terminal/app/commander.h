// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/core/place/place_list.h"
#include "client/core/session.h"
#include "client/core/settings/settings.h"
#include "client/terminal/app/calendar_desk.h"
#include "client/terminal/app/date_words.h"
#include "client/terminal/app/lounge_desk.h"
#include "client/terminal/app/table_desk.h"
#include "client/terminal/command/completion.h"
#include "client/terminal/command/naming.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

//! Carries out on the Session what somebody typed, and says in sentences what came of it. Which chat is open is known here.
//! It knows no screen: the full screen and the plain lines both stand on it.
class Commander : public QObject {
    Q_OBJECT

public:
    //! All four have to outlive it.
    Commander(client::Session &session, client::Settings &settings, client::PlaceList &places, Language &language, QObject *parent = nullptr);

    void run(const Line &line);
    //! Null: none is open.
    RoomId room() const { return m_room; }
    void open(RoomId room);
    //! Leaves, blocks or reports at once, without a line to type; `proposed`: whom the proposal is about, not the open chat.
    //! `seat`: whom of a blind date.
    void leave();
    void block(bool proposed = false, int seat = 0);
    void report(protocol::ReportReason reason, const QString &note, bool proposed = false, int seat = 0);
    void accept();
    void decline();
    //! What the phase of the blind date asks for: a first impression or an arrow; 0: nobody. false: it asks for nothing.
    bool choose(int seat);
    //! The open chat is the room of a blind date.
    bool isInDate() const;
    //! Whom to block or report is one of the seats: in the room of a date, or in a date while no chat is open.
    bool isAtTable() const;
    //! Numbers of the other seats, as they can be typed.
    QStringList seatNumbers() const;
    DateExtras dateExtras() const;

    client::Session &session() { return m_session; }
    client::Settings &settings() { return m_settings; }
    client::PlaceList &places() { return m_places; }
    Language &language() { return m_language; }
    QLocale::Language localeLanguage() const;

    //! What the help tells in addition: the keys of a face that has some.
    void setKeyHelp(std::function<QStringList()> keys) { m_keys = std::move(keys); }
    //! Where the device token is kept, which people are told.
    void setTokenPlace(client::SecretStore::Where where) { m_tokenPlace = where; }
    //! How things stand, line by line.
    QStringList status() const;
    //! Why nothing can be sent in that chat now, as a sentence; empty when it can.
    QString heldSentence(RoomId room) const;
    //! What is being looked for, for instance "near Gangnam, within 10 km"; empty when nothing is.
    QString search() const;
    //! Names that the place list finds, as they can be typed in /match.
    QStringList placeNames(const QString &typed) const;
    //! Messages of the open chat that commands can name now, the newest first.
    QList<Nameable> nameables() const;
    //! The next line is an answer, and no words for the open chat.
    bool isAsking() const { return m_desk.isAsking(); }
    //! Quiet hours or "do not disturb" go on: what can wait rings no bell.
    bool isQuiet() const;
    //! Which message a line is about that begins so, as a line; empty while it is about none that is here.
    QString namedLine(const Naming &naming) const;

Q_SIGNALS:
    void said(const QString &text, bool problem);
    //! A line may have two columns with a tab between them.
    void listed(const QString &title, const QStringList &lines);
    void roomChosen();
    //! Somebody has invited to a group, or something is new about one's coffee tables. The line says what it is and how to
    //! answer.
    void invited(const QString &line);
    //! The open chat was chosen once more.
    void roomAgain();
    //! What was typed was not sent and is not lost: it belongs back into the line. `why` as a sentence.
    void textKept(const QString &text, const QString &why);
    void olderWanted();
    void signInWanted(const QString &name, bool newAccount);
    void languageChanged();
    //! Something that can be switched, the title for instance, has been.
    void lookChanged();
    void quitWanted();

private:
    void carryOut(const Command &command);
    void carryOutAbroad(const Command &command);
    void say(const QString &text) { Q_EMIT said(text, false); }
    void complain(const QString &text) { Q_EMIT said(text, true); }
    //! A callback that complains about an error and says a sentence after success (empty: nothing).
    template <class T = Done>
    client::Callback<T> answer(const QString &success)
    {
        return [this, success](const Result<T> &result) { outcome(result ? nullptr : &result.error(), success); };
    }
    void outcome(const Error *error, const QString &success);
    void send(const QString &text);
    void match(const Command &command);
    void date(const Command &command);
    void joinDate(int number);
    void leaveDate();
    void pick(int seat);
    void shoot(int seat);
    void openPair(int number);
    void tellPair(RoomId room);
    void remind(bool on);
    void carryOutOnMessage(const Command &command);
    void carryOutInGroup(const Command &command);
    void carryOutOnFile(const Command &command);
    void search(const QString &text, const QString &after = {});
    void showFound(const protocol::cmd::Found &found, const QString &text);
    void openGroup(const QString &name);
    void inviteFrom(int number);
    void listInvitations();
    void answerInvitation(int number, bool accept);
    //! Those that have no number yet get one; tells which.
    QList<protocol::Invitation> numberInvitations();
    void tellInvitations();
    //! The name of who invites.
    QString inviter(const protocol::Invitation &invitation) const;
    void listMembers();
    void setExpiry(protocol::Expiry expiry);
    void saveFile(qint64 seq, const QString &path);
    void reply(int number, const QString &text);
    void edit(int number, const QString &text);
    void erase(int number);
    void react(int number, const QString &emoji);
    //! A message of the open chat that can be named; nothing with a complaint.
    std::optional<protocol::Message> named(int number);
    //! One's own text of that number; nothing with a complaint.
    std::optional<protocol::Message> own(int number);
    //! One's own text that is the newest; nullopt when none is here.
    std::optional<protocol::Message> lastOwn() const;
    void openNumber(int number);
    void listRooms();
    void listDevices();
    void revoke(int number);
    void listBlocks();
    void unblock(int number);
    void switchBell(bool on);
    void switchTitle(bool on);
    void setQuiet(const client::QuietHours &hours);
    void setPause(bool on);
    void setSilent(bool silent);
    void retry();
    void discard();
    void signOut();
    void help();
    //! The open chat, or the proposal when there is none or it is meant, or a seat of the date; nothing with a complaint.
    std::optional<client::Whom> whom(bool proposed, int seat);

    client::Session &m_session;
    client::Settings &m_settings;
    client::PlaceList &m_places;
    Language &m_language;
    LoungeDesk m_desk;
    client::MyTables m_myTables;
    TableDesk m_tables;
    CalendarDesk m_calendar;
    RoomId m_room;
    QList<DeviceId> m_devices;
    QList<BlockId> m_blocks;
    QList<InvitationId> m_invitations; //!< in order of the numbers by which they can be answered
    QString m_pairName; //!< with whom a room was asked for and is not open yet
    client::SecretStore::Where m_tokenPlace = client::SecretStore::Where::Memory;
    std::function<QStringList()> m_keys;
    bool m_signOutAsked = false;
};

} // namespace jjak::terminal
