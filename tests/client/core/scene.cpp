// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"

namespace jjak::client::test {

using namespace Qt::StringLiterals;
using namespace protocol;

void SlowStore::read(const QString &key, std::function<void(Answer)> done)
{
    done(secrets.contains(key) ? Answer{Answer::Kind::Found, secrets.value(key)} : Answer{Answer::Kind::Missing, {}});
}

void SlowStore::write(const QString &key, const QByteArray &secret, std::function<void(Result<>)> done)
{
    ++writes;
    m_waiting = [this, key, secret] { secrets.insert(key, secret); };
    m_done = std::move(done);
    if (!holdWrites)
        finishWrite();
}

void SlowStore::finishWrite(bool ok)
{
    if (ok)
        m_waiting();
    std::exchange(m_done, nullptr)(ok ? Result<>(Done()) : Result<>(ErrorCode::Unavailable));
}

void SlowStore::erase(const QString &key, std::function<void(Result<>)> done)
{
    ++erases;
    secrets.remove(key);
    done(Done());
}

Scene::Scene()
{
    SeededRng ids(3);
    const cmd::SignedIn reply{AccountId::random(ids), DeviceId::random(ids), u"나"_s, {}, false};
    peer.on<cmd::SignIn>([this, reply](qint64 id, const cmd::SignIn &) {
        auto first = reply;
        first.token = token('a');
        peer.ok(id, first);
    });
    peer.always<cmd::Resume>(reply);
    peer.always<cmd::SignOut>({});
    peer.always<cmd::Read>({});
    peer.always<cmd::Got>({});
    peer.always<cmd::ListTables>({});
    peer.on<cmd::LookAtProfile>([this](qint64 id, const cmd::LookAtProfile &) { peer.ok(id, cmd::OwnProfile{profile}); });
    peer.on<cmd::Sync>([this](qint64 id, const cmd::Sync &) {
        peer.ok(id, cmd::Snapshot{std::chrono::floor<Duration>(std::chrono::system_clock::now()), nearby, blindDate, events, rooms, false, invitations, settings, hidden});
    });
    peer.on<cmd::History>([this](qint64 id, const cmd::History &ask) {
        const auto all = messages.value(ask.room);
        QList<Message> page;
        for (const Message &one : all)
            if (ask.after ? one.seq > *ask.after : !ask.before || one.seq < *ask.before)
                page.append(one);
        page = ask.after ? page.first(std::min<qsizetype>(ask.limit, page.size())) : page.last(std::min<qsizetype>(ask.limit, page.size()));
        peer.ok(id, cmd::Page{page, all.isEmpty() ? 0 : all.last().seq});
    });
    peer.on<cmd::Changes>([this](qint64 id, const cmd::Changes &ask) {
        QList<Message> page = messages.value(ask.room);
        page.removeIf([&](const Message &one) { return changeOf(one) <= ask.after; });
        std::ranges::sort(page, {}, [](const Message &one) { return changeOf(one); });
        const bool more = page.size() > limits::historyPage;
        page = page.first(std::min<qsizetype>(limits::historyPage, page.size()));
        peer.ok(id, cmd::ChangePage{page, page.isEmpty() ? ask.after : changeOf(page.last()), more});
    });
    restart();
}

Scene::~Scene() = default;

void Scene::restart()
{
    if (session)
        session->disconnect();
    SessionConfig config;
    config.cacheFolder = folder.path();
    config.watchNetwork = false;
    config.times = times;
    session = std::make_unique<Session>(config, secrets, rng);
}

void Scene::signIn(bool stay)
{
    session->connectTo(peer.url());
    session->signIn(u"나"_s, u"correct horse"_s, u"test"_s, stay, [](const Result<> &) {});
}

void Scene::start(const QList<Room> &listed)
{
    rooms = listed;
    QSignalSpy synced(session.get(), &Session::synced);
    signIn();
    QVERIFY(synced.wait());
    QCOMPARE(session->connectionState(), ConnectionState::Ready);
}

} // namespace jjak::client::test
