// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCryptographicHash>
#include <QNetworkInformation>
#include <QStandardPaths>

#include "client/core/log.h"
#include "client/core/session_private.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

Session::Private::Private(Session &session, SessionConfig wanted, SecretStore &secrets, Rng &generator)
    : q(session),
      config(std::move(wanted)),
      rng(generator),
      link(config.times, u"%1 %2"_s.arg(config.program, u"" JJAK_VERSION ""_s), rng, config.wire, config.clock),
      uploads(link, config.times),
      fetches(link, config.times),
      outbox(cache, [this](const cmd::Send &send, const std::function<void(Result<cmd::Sent>)> &done) { sendOut(send, done); }, [this](const OutboxEntry &entry) { carry(entry); }, config.times),
      puller(
          [this](RoomId room) {
              const RoomEntry *entry = state.room(room);
              return entry ? missingIn(*entry) : std::nullopt;
          },
          [this](const Question &question, const std::function<void(const Result<Puller::Fold> &)> &done) { std::visit([&](const auto &ask) { pull(ask, done); }, question); }, config.times),
      requests(link, config.times),
      signer(link, secrets, config.program, config.times),
      pictures(fetches, shelf),
      lounge(link, requests, rng, uploads, pictures),
      tables(link, requests, rng)
{
    for (QTimer *timer : {&resyncTimer, &readTimer, &gotTimer, &typingTimer, &clockTimer})
        timer->setSingleShot(true);
    connect(&link, &Link::stateChanged, this, &Private::linkChanged);
    connect(&link, &Link::eventArrived, this, &Private::eventArrived);
    connect(&link, &Link::gap, this, &Private::resync);
    connect(&signer, &Signer::known, this, &Private::adopt);
    connect(&signer, &Signer::looked, this, &Private::updateState);
    connect(&signer, &Signer::signedIn, this, &Private::signedIn);
    connect(&signer, &Signer::ended, this, &Private::ended);
    connect(&signer, &Signer::notStored, &q, &Session::tokenNotStored);
    connect(&outbox, &Outbox::changed, this, &Private::outboxChanged);
    connect(&outbox, &Outbox::confirmed, this, &Private::confirmed);
    connect(&outbox, &Outbox::returned, this, &Private::returned);
    connect(&outbox, &Outbox::removed, this, &Private::removedFromOutbox);
    connect(&uploads, &Uploads::progress, this, &Private::uploadProgress);
    connect(&uploads, &Uploads::finished, &outbox, &Outbox::uploaded);
    connect(&fetches, &Fetches::progress, this, &Private::fetchProgress);
    connect(&lounge, &Lounge::failed, &q, &Session::failed);
    connect(&tables, &Tables::failed, &q, &Session::failed);
    connect(&tables, &Tables::tableChanged, this, &Private::tableIs);
    connect(&lounge, &Lounge::draftChanged, this, [this](const KeptPostDraft &kept) { cache.putPostDraft(kept); });
    connect(&clockTimer, &QTimer::timeout, this, &Private::clockRang);
    connect(&puller, &Puller::finished, this, [this](RoomId room) {
        if (listed)
            outbox.start(room);
        becomeReady();
    });
    connect(&resyncTimer, &QTimer::timeout, this, &Private::resync);
    connect(&readTimer, &QTimer::timeout, this, &Private::flushReads);
    connect(&gotTimer, &QTimer::timeout, this, &Private::flushGots);
    connect(&typingTimer, &QTimer::timeout, this, [this] {
        handle(expireTyping(state, std::chrono::floor<Duration>(std::chrono::system_clock::now())));
        armTyping();
    });
    if (config.watchNetwork)
        watchNetwork();
}

Session::Private::~Private() = default;

void Session::Private::watchNetwork()
{
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability reachability) {
        if (reachability == QNetworkInformation::Reachability::Online)
            link.tryNow();
    });
}

void Session::Private::connectTo(const QUrl &server)
{
    if (server == link.server() && link.state() != LinkState::Offline)
        return link.tryNow();
    if (server != link.server()) {
        link.close();
        requests.clear(Error{ErrorCode::Unavailable});
        forgetState();
        cache.close();
    }
    link.open(server);
    signer.setServer(server);
}

void Session::Private::beginSignIn(const Signer::Attempt &attempt, bool stay, Callback<> done)
{
    const LinkState now = link.state();
    if (signer.isBusy() || state.account)
        return later([done] { done(ErrorCode::ProtocolOrder); });
    if (now == LinkState::Offline)
        return later([done] { done(ErrorCode::Unavailable); });
    link.tryNow();
    signer.begin(attempt, stay, std::move(done));
}

void Session::Private::linkChanged(LinkState now)
{
    if (now != LinkState::Online) {
        ++round;
        syncing = listed = ready = resyncWanted = false;
        resyncTimer.stop();
        outbox.stop();
        uploads.stop();
        fetches.stop();
        puller.stop();
        requests.stop();
        handle(forgetPresence(state));
    }
    updateState();
}

//! Shows what is stored about this account, before anything comes from the network.
void Session::Private::adopt(const Account &account)
{
    const bool same = state.account && state.account->account == account.account && cache.isOpen();
    if (!same) {
        forgetState();
        openCache(account);
        cache.load(state);
        drafts = cache.drafts();
        lounge.restoreDraft(cache.postDraft());
        reminders = cache.reminders();
        outbox.load();
        shelf.keepOnly(outbox.files());
        expire();
    }
    state.account = account;
    if (!same) {
        std::vector<RoomListModel::Row> rows;
        for (const RoomEntry &entry : std::as_const(state.rooms))
            rows.push_back(rowOf(entry));
        rooms.reset(std::move(rows));
        armClock();
    }
    updateState();
}

void Session::Private::openCache(const Account &account)
{
    QString path = config.cacheFolder;
    if (path != ":memory:"_L1) {
        const QString folder = path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : path;
        const QByteArray whose = link.server().toString().toUtf8() + '\n' + account.account.toText();
        const QByteArray hash = QCryptographicHash::hash(whose, QCryptographicHash::Sha256).toHex().left(16);
        path = u"%1/%2-%3.sqlite"_s.arg(folder, config.program, QString::fromLatin1(hash));
    }
    const Cache::Opened opened = cache.open(path);
    shelf.open(path == ":memory:"_L1 || !opened.stored ? QString() : path + u".files"_s);
    if (!opened.stored)
        Q_EMIT q.cacheUnavailable();
    if (opened.rebuilt)
        Q_EMIT q.cacheRebuilt(opened.saved);
}

void Session::Private::signedIn(const Account &account)
{
    adopt(account);
    state.role = signer.role();
    beginConnection(state);
    Q_EMIT q.signedIn();
    startSync();
}

void Session::Private::ended(SignOutReason reason)
{
    qCInfo(logSession) << "signed out, reason" << int(reason);
    if (reason == SignOutReason::Replaced) {
        link.close();
        Q_EMIT q.signedOut(reason);
        return;
    }
    ++round;
    requests.clear(Error{ErrorCode::AuthRequired});
    if (reason == SignOutReason::Asked) {
        cache.erase();
        shelf.erase();
    } else {
        cache.eraseReadable();
        shelf.eraseFetched();
    }
    forgetState();
    cache.close();
    // The server closes the connection of a session that ended; a new one can be signed in to.
    if (link.state() == LinkState::Online)
        link.open(link.server());
    Q_EMIT q.signedOut(reason);
    updateState();
}

void Session::Private::forgetState()
{
    syncing = listed = ready = resyncWanted = false;
    outbox.forget();
    uploads.stop();
    fetches.clear();
    puller.stop();
    requests.stop();
    for (QTimer *timer : {&resyncTimer, &readTimer, &gotTimer, &typingTimer, &clockTimer})
        timer->stop();
    readsToTell.clear();
    gotsToTell.clear();
    typingSent.clear();
    drafts.clear();
    for (MessageListModel *model : std::as_const(open))
        model->deleteLater();
    open.clear();
    reminders.clear();
    tablesToCome.clear();
    arrow.reset();
    impression.reset();
    wordsOnTheWay.clear();
    lounge.forget();
    tables.forget();
    const State before = std::exchange(state, State());
    rooms.reset({});
    if (before.nearby.version > 0)
        Q_EMIT q.nearbyChanged();
    if (before.blindDate.version > 0)
        Q_EMIT q.blindDateChanged();
    if (!before.events.isEmpty())
        Q_EMIT q.eventsChanged();
    if (!before.invitations.isEmpty())
        Q_EMIT q.invitationsChanged();
}

void Session::Private::updateState()
{
    ConnectionState now = ConnectionState::Offline;
    switch (link.state()) {
    case LinkState::Offline:
        break;
    case LinkState::Connecting:
    case LinkState::Greeting:
        now = ConnectionState::Connecting;
        break;
    case LinkState::Waiting:
        now = ConnectionState::Waiting;
        break;
    case LinkState::Online:
        if (signer.isReading())
            now = ConnectionState::Connecting;
        else if (!state.account)
            now = ConnectionState::Connected;
        else
            now = ready ? ConnectionState::Ready : ConnectionState::Syncing;
    }
    if (std::exchange(shown, now) != now)
        Q_EMIT q.stateChanged(now);
}

} // namespace jjak::client
