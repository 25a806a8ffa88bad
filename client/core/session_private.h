// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QLocale>
#include <QSet>

#include "client/core/cache/cache.h"
#include "client/core/cache/file_shelf.h"
#include "client/core/net/fetches.h"
#include "client/core/net/link.h"
#include "client/core/net/outbox.h"
#include "client/core/net/puller.h"
#include "client/core/net/requests.h"
#include "client/core/net/signer.h"
#include "client/core/net/uploads.h"
#include "client/core/remind/reminders.h"
#include "client/core/session.h"
#include "client/core/state/reduce.h"

namespace jjak::client {

//! Joins the parts of a Session: what the connection tells goes through the reducers, and their effects go to the cache,
//! the models, the outbox and the signals. Every part itself knows only its own business.
class Session::Private final : public QObject, public MessageSource {
    Q_OBJECT

public:
    Private(Session &session, SessionConfig config, SecretStore &secrets, Rng &rng);
    ~Private() override;

    // Account and connection (session_account.cpp)
    void connectTo(const QUrl &server);
    void linkChanged(LinkState state);
    void beginSignIn(const Signer::Attempt &attempt, bool stay, Callback<> done);
    void adopt(const Account &account);
    void signedIn(const Account &account);
    void ended(SignOutReason reason);
    void forgetState();
    void openCache(const Account &account);
    void updateState();
    void watchNetwork();

    // Catching up (session_sync.cpp)
    //! What has no version: told since the snapshot was asked for, which may be older.
    struct Told {
        bool invitations = false, settings = false, hidden = false;
    };
    void startSync();
    void resync();
    void resyncSoon();
    void listRooms(RoomId after);
    void endListing();
    void refused(const Error &error, void (Private::*again)());
    void becomeReady();
    void eventArrived(const protocol::Event &event);
    void flushReads();
    void flushGots();
    QList<protocol::Message> cachedBefore(RoomId room, qint64 before, int limit) override;
    std::optional<protocol::Message> cachedMessage(RoomId room, qint64 seq) override;
    void fetchBefore(RoomId room, qint64 before) override;
    template <class C>
    void pull(const C &ask, const std::function<void(const Result<Puller::Fold> &)> &done)
    {
        link.send(ask, [this, ask, done](const Result<typename C::Reply> &page) {
            if (!page)
                return done(page.error());
            done(Puller::Fold([this, ask, page = *page] {
                const Effects effects = applyPage(state, ask, page);
                handle(effects);
                return !effects.empty();
            }));
        });
    }

    // Editing, deleting, reacting (session_messages.cpp)
    std::function<void(Result<protocol::cmd::Changed>)> changed(RoomId room, Callback<> done, const char *what);
    void refuse(const Error &error, Callback<> done, const char *what);

    // Groups (session_groups.cpp)
    std::optional<Error> maySendInGroup(const RoomEntry &entry) const;
    static std::optional<Error> wrongMentions(const protocol::Room &room, const QList<int> &mentions);

    // Images and files (session_files.cpp)
    std::optional<Error> mayAttach(RoomId room, const OutgoingFile &file, const QString &caption, qint64 replyTo) const;
    ClientId attach(RoomId room, const OutgoingFile &file, ClientId cid, const QString &caption, qint64 replyTo);
    void sendOut(const protocol::cmd::Send &send, const std::function<void(Result<protocol::cmd::Sent>)> &done);
    void uploadProgress(ClientId cid, qint64 sent);
    void removedFromOutbox(const OutboxEntry &entry);
    void carry(const OutboxEntry &entry);
    void fetched(const Fetches::What &what, const Result<QByteArray> &bytes);
    void fetchProgress(const Fetches::What &what, qint64 have, qint64 total);
    //! The bytes of these are gone, or are other ones.
    void dropFiles(RoomId room, const QList<protocol::Message> &messages);

    // What others see (session_people.cpp)
    void tellAway();

    // Events and dates (session_dates.cpp)
    //! A choice of a seat that is not confirmed yet.
    struct Choice {
        DateId date;
        int seat = 0;
        int number = 0; //!< of the latest choice; answers to earlier ones settle nothing
    };
    using Slot = std::optional<Choice> Private::*;
    template <class C>
    void choose(Slot slot, const C &command, protocol::DatePhase phase, const QString &key, Callback<> done);
    std::optional<int> chosen(const std::optional<Choice> &choice) const;
    //! As nearby(), for commands that are answered with the blind date. `settle` is called when the answer is in the state
    //! and says whether something else has changed by it.
    std::function<void(Result<protocol::BlindDate>)> date(Callback<> done, const char *what, std::function<bool()> settle = {});
    void returned(RoomId room, const QString &text, const Error &error);
    const DateRoom *dateRoom(RoomId room) const;
    QList<int> hiddenIn(RoomId room) const;
    bool isHidden(RoomId room, const protocol::Message &message) const;
    void readHidden(RoomId room);

    // Words of the hosts, and what happens by the clock (session_host.cpp)
    QString spoken() const { return !language.isEmpty() ? language : QLocale().language() == QLocale::C ? QStringLiteral("en") : QLocale().name().left(2); }
    void wantWords();
    void fetchWords(ScriptId script, const QString &wanted);
    void wordsHere();
    QString hostText(RoomId room, const protocol::Message &line) const override;
    void expire();
    void remind();
    //! What one can be reminded of, as far as it is known.
    QList<Occasion> occasions() const;
    void forgetReminder(const OccasionId &id);
    void tableIs(const protocol::Table &table);
    //! Tables are not among what is told at a sign-in: those to be reminded of are asked for.
    void lookAtTables();
    void armClock();
    void clockRang();

    // Effects (session_effects.cpp)
    void handle(const Effects &effects);
    void on(const effect::NearbyChanged &);
    void on(const effect::DateChanged &);
    void on(const effect::DateRoomChanged &changed);
    void on(const effect::EventsChanged &);
    void on(const effect::RoomChanged &changed);
    void on(const effect::RoomOpened &opened);
    void on(const effect::RoomGone &gone);
    void on(const effect::Append &appended);
    void on(const effect::Changed &changed);
    void on(const effect::Pull &pull);
    void on(const effect::Floor &floor);
    void on(const effect::TellRead &tell);
    void on(const effect::TellGot &tell);
    void on(const effect::Resync &);
    void on(const effect::SettingsChanged &);
    void on(const effect::InvitationsChanged &);
    void on(const effect::HiddenChanged &);
    void on(const effect::Ended &end);
    //! Without those whose time is over.
    QList<protocol::Message> alive(QList<protocol::Message> messages) const;
    void confirmed(const OutboxEntry &entry, qint64 seq, Time at);
    static protocol::Message sentMessage(const OutboxEntry &entry, const protocol::Room &room, qint64 seq, Time at);
    void outboxChanged(RoomId room);
    void showRoom(RoomId room);
    RoomListModel::Row rowOf(const RoomEntry &entry) const;
    void armTyping();

    //! Answers of commands that tell nothing but success: to the caller, or as failed().
    template <class R>
    std::function<void(Result<R>)> plain(Callback<> done, const char *what)
    {
        return [this, done = std::move(done), what](const Result<R> &reply) {
            if (done)
                done(reply ? Result<>(Done()) : Result<>(reply.error()));
            else if (!reply)
                Q_EMIT q.failed(reply.error(), QString::fromLatin1(what));
        };
    }
    //! The same for commands that are answered with the state of Nearby.
    std::function<void(Result<protocol::Nearby>)> nearby(Callback<> done, const char *what);
    template <class F>
    void later(F &&call)
    {
        QMetaObject::invokeMethod(this, std::forward<F>(call), Qt::QueuedConnection);
    }

    Session &q;
    SessionConfig config;
    Rng &rng;
    State state;
    Link link;
    Cache cache;
    FileShelf shelf;
    Uploads uploads;
    Fetches fetches;
    Outbox outbox;
    Puller puller;
    Requests requests;
    Signer signer;
    Pictures pictures;
    Lounge lounge;
    Told told;
    Tables tables;
    RoomListModel rooms;
    QHash<RoomId, MessageListModel *> open;
    QHash<RoomId, QString> drafts;
    std::optional<Choice> arrow, impression;
    int choices = 0;
    Reminders reminders;
    QHash<TableId, Occasion> tablesToCome; //!< that one wants to be reminded of
    QString language;                                 //!< of the interface; empty: the default locale's
    QSet<std::pair<ScriptId, QString>> wordsOnTheWay; //!< asked for, not yet answered
    ConnectionState shown = ConnectionState::Offline;
    bool away = false; //!< nobody touches this device

    bool syncing = false;      //!< a listing is under way
    bool listed = false;       //!< on this connection a listing was completed
    bool ready = false;        //!< everything missed is here
    bool resyncWanted = false; //!< once more, when the listing is complete
    bool quiet = false;        //!< rooms that are new to the cache are not news
    int round = 0;             //!< counts connections: what an earlier one asked is void
    QElapsedTimer sinceSync;
    QTimer resyncTimer, readTimer, gotTimer, typingTimer, clockTimer;
    QSet<RoomId> readsToTell, gotsToTell;
    QHash<RoomId, QElapsedTimer> typingSent;
};

} // namespace jjak::client
