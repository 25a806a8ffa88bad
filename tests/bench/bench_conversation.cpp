// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A room of very many messages in the real conversation view: how soon is it there, how smoothly does it scroll, what does it
// take? Without a screen (offscreen platform); a frame is an event with everything it causes, painting included.
//   build/bin/bench.bench_conversation [messages (100000)] [scrolled by wheel and by page, each (5000)]
// Ends with 1 when what is shown is not what is stored; how long anything took is printed, not judged.
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QWheelEvent>
#include <cstdio>
#include <unistd.h>

#include "client/core/cache/cache.h"
#include "client/desktop/chats/composer.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/chats/conversation_view.h"
#include "client/desktop/chats/message_jump.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/chats/timeline.h"
#include "client/desktop/safety/safety.h"
#include "tests/bench/percentiles.h"
#include "tests/client/core/scene.h"

using namespace jjak;
using namespace jjak::desktop;
using namespace Qt::StringLiterals;
using client::test::roomId;
using Model = client::MessageListModel;

namespace {

constexpr double frameMs = 16;
constexpr int mostStill = 200;

double residentMb()
{
    QFile file(u"/proc/self/statm"_s);
    const QByteArray pages = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1) : QByteArray();
    return pages.toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

//! Writes as people do: mostly short, sometimes long, Korean and English, with links, emoji, answers and reactions.
class Writer {
public:
    explicit Writer(std::uint64_t seed) : m_rng(seed) {}

    protocol::Message next(qint64 seq, Time at)
    {
        protocol::Message one = client::test::message(seq, 1 + int(m_rng.below(2)), text());
        one.at = at;
        if (const qint64 back = 1 + qint64(m_rng.below(chance(10) ? 5000 : 30)); chance(8) && back < seq)
            one.reply = seq - back;
        if (chance(8))
            one.reactions = QList<protocol::Reaction>{{u"👍"_s, {1}}, {u"❤️"_s, {1, 2}}};
        if (chance(3))
            one.edited = at;
        if (chance(1)) {
            one.deleted = at;
            one.text.clear();
            one.reactions.reset();
        }
        return one;
    }
    //! Until the next message: within a talk mostly seconds, sometimes hours.
    Duration pause() { return chance(2) ? Duration(std::chrono::minutes(60 + m_rng.below(600))) : Duration(std::chrono::seconds(4 + m_rng.below(150))); }

private:
    bool chance(size_t percent) { return m_rng.below(100) < percent; }

    QString text()
    {
        static const QStringList korean{u"안녕하세요"_s, u"오늘"_s, u"정말"_s, u"재미있었어요"_s, u"내일"_s, u"시간"_s, u"괜찮으세요?"_s, u"영화"_s, u"보러"_s, u"갈까요"_s, u"저도"_s, u"그렇게"_s, u"생각해요."_s, u"카페에서"_s, u"기다릴게요"_s, u"ㅋㅋㅋ"_s, u"맞아요!"_s, u"주말에는"_s, u"책을"_s, u"읽어요"_s};
        static const QStringList english{u"hello"_s, u"I"_s, u"really"_s, u"liked"_s, u"the"_s, u"film"_s, u"yesterday,"_s, u"and"_s, u"you?"_s, u"maybe"_s, u"tomorrow"_s, u"evening"_s, u"works"_s, u"better"_s, u"for"_s, u"me."_s, u"coffee"_s, u"near"_s, u"the station"_s, u"sounds good!"_s};
        if (chance(4))
            return u"😂"_s;
        const QStringList &words = chance(70) ? korean : english;
        const size_t kind = m_rng.below(100);
        const size_t count = kind < 72 ? 1 + m_rng.below(8) : kind < 95 ? 8 + m_rng.below(25) : kind < 99 ? 60 + m_rng.below(100) : 250;
        QStringList said;
        for (size_t i = 0; i < count; ++i)
            said.append(words[qsizetype(m_rng.below(size_t(words.size())))]);
        if (chance(2))
            said.append(u"https://example.org/places/%1?from=jjak"_s.arg(m_rng.below(1000)));
        if (chance(10))
            said.append(u"😊"_s);
        return said.join(chance(3) ? u'\n' : u' ').left(2000);
    }

    SeededRng m_rng;
};

//! Sees when the messages have been painted.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QWidget *watched) { watched->installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

//! A client whose cache holds the whole room, and its conversation view.
class Reader {
public:
    explicit Reader(qint64 messages) : m_head(messages)
    {
        const protocol::Room room = listed();
        m_scene.start({room});
        m_scene.session.reset(); // lets go of the file
        fill(room);
        m_scene.restart();
        QSignalSpy synced(m_scene.session.get(), &client::Session::synced);
        m_scene.session->connectTo(m_scene.peer.url());
        synced.wait();
        m_secrets.arrive(std::make_unique<client::MemoryStore>());
        m_theme.applyTo(*qApp);
        m_context = std::make_unique<Context>(Context{*m_scene.session, m_settings, m_secrets, m_places, m_languages, m_theme});
        m_safety = std::make_unique<Safety>(*m_context, nullptr);
        m_view = std::make_unique<ConversationView>(*m_context, *m_safety);
        m_view->resize(760, 720);
        m_view->show();
        m_view->activateWindow();
        QCoreApplication::processEvents();
    }

    ConversationView &view() { return *m_view; }
    MessageView &list() { return *m_view->messages(); }
    const Model &model() { return *list().messages(); }
    qint64 seqAt(int row) { return model().index(row, 0).data(Model::SeqRole).toLongLong(); }
    qint64 topSeq() { return seqAt(list().firstVisibleRow()); }

    double open()
    {
        PaintWatch watch(list().viewport());
        QElapsedTimer clock;
        clock.start();
        m_view->setRoom(roomId(1));
        while (!watch.painted)
            QCoreApplication::processEvents();
        return double(clock.nsecsElapsed()) / 1e6;
    }

    //! A new message, told by the server.
    void tell()
    {
        QSignalSpy arrived(m_scene.session.get(), &client::Session::messageArrived);
        m_scene.peer.tell(protocol::ev::RoomMessage{roomId(1), Writer(7).next(++m_head, m_at)});
        arrived.wait();
    }
    //! Everything that is loaded is there once and in order.
    bool isWhole()
    {
        for (int row = 1; row < model().rowCount(); ++row)
            if (seqAt(row) != seqAt(row - 1) + 1)
                return false;
        return model().rowCount() > 0 && seqAt(model().rowCount() - 1) == m_head;
    }

private:
    protocol::Room listed()
    {
        protocol::Room room = client::test::room(roomId(1), m_head);
        room.members[0].read = m_head;
        return room;
    }

    void fill(const protocol::Room &room)
    {
        client::Cache cache;
        cache.open(QDir(m_scene.folder.path()).entryInfoList({u"*.sqlite"_s}).value(0).filePath());
        Writer writer(1);
        QList<protocol::Message> page;
        m_at = std::chrono::floor<Duration>(std::chrono::system_clock::now()) - std::chrono::hours(24 * 400);
        for (qint64 seq = 1; seq <= m_head; ++seq) {
            page.append(writer.next(seq, m_at += writer.pause()));
            if (page.size() == 1000 || seq == m_head)
                cache.putMessages(room.room, std::exchange(page, {}));
        }
        client::RoomEntry entry;
        entry.room = room;
        entry.have = m_head;
        cache.putRoom(entry);
        cache.close();
    }

    qint64 m_head;
    Time m_at{};
    client::test::Scene m_scene;
    client::Settings m_settings{m_scene.folder.filePath(u"settings.ini"_s)};
    LateSecretStore m_secrets;
    client::PlaceList m_places;
    Languages m_languages;
    Theme m_theme;
    std::unique_ptr<Context> m_context;
    std::unique_ptr<Safety> m_safety;
    std::unique_ptr<ConversationView> m_view;
};

//! Repeats what scrolls until so many messages have passed the top; answers how many did.
template <class F>
qint64 scroll(Reader &reader, const char *name, qint64 wanted, F &&once)
{
    bench::Percentiles frames;
    int slow = 0;
    const qint64 from = reader.topSeq();
    qint64 last = from;
    int still = 0; // frames in which no message passed: a few in a very long message, very many at the top
    while (from - reader.topSeq() < wanted && still < mostStill) {
        QElapsedTimer clock;
        clock.start();
        once();
        QCoreApplication::processEvents();
        frames.add(clock.nsecsElapsed());
        still = std::exchange(last, reader.topSeq()) == reader.topSeq() ? still + 1 : 0;
        slow += double(clock.nsecsElapsed()) / 1e6 > frameMs ? 1 : 0;
    }
    const qint64 passed = from - reader.topSeq();
    std::printf("%-28s %lld messages in %zu frames, %s; over %.0f ms: %d\n", name, static_cast<long long>(passed), frames.count(), qPrintable(frames.text()), frameMs, slow);
    return passed;
}

bool check(bool holds, const char *what)
{
    if (!holds)
        std::printf("WRONG: %s\n", what);
    return holds;
}

bool run(qint64 messages, qint64 scrolled)
{
    Reader reader(messages);
    const double before = residentMb();
    const double opened = reader.open();
    std::printf("room of %lld messages          open to first paint %.1f ms\n", static_cast<long long>(messages), opened);
    bool ok = check(reader.list().isAtEnd() && reader.isWhole(), "the room opens at its newest message");
    const QPointF middle = reader.list().viewport()->rect().center();
    QWidget *viewport = reader.list().viewport();
    const auto wheel = [&] {
        QWheelEvent event(middle, viewport->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(viewport, &event);
    };
    ok = check(scroll(reader, "up by wheel", scrolled, wheel) >= scrolled, "the wheel goes through all of them") && ok;
    const auto page = [&] { QTest::keyClick(reader.view().composer()->edit(), Qt::Key_PageUp); };
    ok = check(scroll(reader, "up by page", scrolled, page) >= scrolled, "pages go through all of them") && ok;
    ok = check(reader.isWhole(), "nothing is missing or doubled") && ok;
    std::printf("memory                       before %.0f MB, with %d messages loaded %.0f MB\n", before, reader.model().rowCount(), residentMb());
    const auto timed = [](const char *name, auto &&what) {
        QElapsedTimer clock;
        clock.start();
        what();
        QCoreApplication::processEvents();
        std::printf("%-28s %.1f ms\n", name, double(clock.nsecsElapsed()) / 1e6);
    };
    timed("to the newest", [&] { reader.view().timeline()->toNewest(); });
    timed("to the very first message", [&] {
        reader.view().showMessage(1);
        while (reader.view().timeline()->jump()->isUnderWay())
            QCoreApplication::processEvents();
    });
    ok = check(reader.topSeq() == 1 && reader.model().rowCount() == int(messages) && reader.isWhole(), "the first message is reached with all between") && ok;
    reader.view().timeline()->toNewest();
    timed("a new message", [&] { reader.tell(); });
    ok = check(reader.list().isAtEnd() && reader.isWhole(), "a new message is followed") && ok;
    std::printf("memory                       with all %d messages loaded %.0f MB\n", reader.model().rowCount(), residentMb());
    return ok;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const qint64 messages = argc > 1 ? QByteArray(argv[1]).toLongLong() : 100'000;
    const qint64 scrolled = argc > 2 ? QByteArray(argv[2]).toLongLong() : 5'000;
    if (messages < 1 || scrolled < 1) {
        std::fprintf(stderr, "bench_conversation [messages] [scrolled]\n");
        return 2;
    }
    return run(messages, scrolled) ? 0 : 1;
}
