// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/engine/hot_scene.h"

namespace jjak::engine::testing {

using namespace Qt::StringLiterals;
using protocol::Message;
using protocol::MessageKind;

namespace {

//! What is not looked at, to see whether the comparison would notice.
enum class Blind { Nothing, Head, Changes, Floor };

//! How readers differ from each other.
enum class Apart {
    InSnapshots, //!< some have begun long ago, as a copy is behind; their clocks are the same
    InClocks,    //!< some clocks are half a minute behind or ahead; all see what there is
};

//! Rooms in which all that can happen to messages happens, and readers of which each is compared with the database it reads.
class Comparison {
public:
    Comparison(HotBench &bench, HotScene &scene, Apart apart, Blind blind, std::uint64_t seed) : m_scene(scene), m_blind(blind), m_apart(apart), m_rng(seed), m_rooms(scene.rooms(6))
    {
        for (int i = 0; i < 4; ++i)
            m_readers.push_back({bench.reader(HotBench::patient()), apart == Apart::InClocks ? Duration(20s) * (i - 1) : Duration()});
    }

    void run(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            if (m_rng.below(3) == 0)
                change(m_rooms[qsizetype(m_rng.below(quint64(m_rooms.size())))]);
            else
                read(m_readers[m_rng.below(m_readers.size())]);
        }
        for (Reader &reader : m_readers)
            finish(reader);
    }

    int reads = 0, differences = 0;
    quint64 hits = 0, misses = 0, unreadable = 0, failures = 0;

private:
    struct Reader {
        std::unique_ptr<HotReader> connection;
        Duration late; //!< its clock
        bool open = false;
    };

    void finish(Reader &reader)
    {
        reader.connection->end();
        const Counts counts = reader.connection->counts();
        hits += quint64(counts[0]);
        misses += quint64(counts[1]);
        unreadable += quint64(counts[2]);
        failures += quint64(counts[3]);
    }

    //! The rows as they are, or without what is not to be looked at.
    QList<app::RoomRow> seen(QList<app::RoomRow> rows) const
    {
        for (app::RoomRow &row : rows) {
            if (m_blind == Blind::Head)
                (row.head = 1, row.active = noon);
            if (m_blind == Blind::Changes)
                row.changes = 0;
            if (m_blind == Blind::Floor)
                row.floor = 0;
        }
        return rows;
    }

    void read(Reader &reader)
    {
        HotReader &connection = *reader.connection;
        if (!reader.open && !connection.begin())
            qFatal("nothing can be read");
        reader.open = true;
        const Time now = m_now + reader.late;
        const int limit = m_rng.below(2) ? 1 : 1 + int(m_rng.below(limits::historyPage));
        const auto rows = connection.rows(m_rng.below(3) ? m_rooms : m_rooms.mid(qsizetype(m_rng.below(6)), 1));
        const auto told = connection.newest(seen(rows), limit, now), stored = connection.stored(rows, limit, now);
        ++reads;
        differences += told != stored;
        if (m_apart == Apart::InClocks || m_rng.below(4) == 0) {
            connection.end();
            reader.open = false;
        }
    }

    void change(const RoomId &room)
    {
        m_now += Duration(qint64(m_rng.below(4000)));
        const bool kept = m_rng.below(8) != 0;
        if (!m_scene->transaction.begin())
            qFatal("nothing can be written");
        switch (m_rng.below(10)) {
        case 0:
        case 1:
        case 2: send(room); break;
        case 3:
        case 4: edit(room); break;
        case 5: react(room); break;
        case 6: erase(room); break;
        case 7: dropFile(room); break;
        case 8: sweep(); break;
        default: age(room);
        }
        if (!kept)
            m_scene->transaction.rollback(); // its numbers are given once more
        else if (!m_scene->transaction.commit())
            qFatal("nothing is kept");
    }

    void send(const RoomId &room)
    {
        for (quint64 count = 1 + m_rng.below(3); count > 0; --count) {
            const bool file = m_rng.below(4) == 0;
            const std::optional<Time> expires = m_rng.below(4) ? std::nullopt : std::optional(m_now + Duration(qint64(m_rng.below(300'000))));
            const qint64 seq = m_scene.write(room, words(), m_now, expires, file ? MessageKind::File : MessageKind::Text);
            if (file)
                m_scene->files.insert({room, seq, AccountId::random(m_rng), {u"a.txt"_s, 5, u"text/plain"_s, 0, 0, 0}, QByteArray(32, char(m_rng.below(256))), {}, m_now});
        }
    }

    void edit(const RoomId &room)
    {
        change(room, [&](Message &m) { (m.text = words(), m.edited = m_now); });
    }

    void react(const RoomId &room)
    {
        change(room, [&](Message &m) { m.reactions = m_rng.below(3) ? std::optional(QList<protocol::Reaction>{{u"👍"_s, {1 + int(m_rng.below(2))}}}) : std::nullopt; });
    }

    void erase(const RoomId &room)
    {
        change(room, [&](Message &m) {
            m_scene->files.remove(room, m.seq);
            m.text.clear();
            m.file.reset();
            m.edited.reset();
            m.reactions.reset();
            m.deleted = m_now;
        });
    }

    //! As the services do: only what is not gone is changed.
    void dropFile(const RoomId &room)
    {
        change(room, [&](Message &m) {
            m_scene->files.remove(room, m.seq);
            m.file.reset();
        });
    }

    template <class F>
    void change(const RoomId &room, F &&how)
    {
        const auto page = m_scene->messages.page(room, {}, {}, 60, m_now);
        if (page.isEmpty())
            return;
        Message message = page[qsizetype(m_rng.below(quint64(page.size())))];
        if (message.deleted)
            return;
        how(message);
        m_scene->messages.change(room, message);
    }

    //! What has expired goes, some of it at a time.
    void sweep()
    {
        QSet<RoomId> rooms;
        for (const app::MessageKey &key : m_scene->expiry.expired(m_now, 1 + int(m_rng.below(20)))) {
            m_scene->expiry.remove(key, m_now + 1h);
            rooms.insert(key.room);
        }
        for (const RoomId &room : std::as_const(rooms))
            (void)m_scene->expiry.raiseFloor(room, m_now);
    }

    //! What is oldest goes, after everything that has expired.
    void age(const RoomId &room)
    {
        for (const app::MessageKey &key : m_scene->expiry.expired(m_now, 1000))
            m_scene->expiry.remove(key, m_now + 1h);
        const auto oldest = m_scene->messages.page(room, {}, 0, 1 + int(m_rng.below(4)), m_now);
        if (m_rng.below(3) == 0) {
            for (const Message &message : oldest)
                m_scene->expiry.remove({room, message.seq}, m_now + 1h);
        }
        for (const RoomId &each : std::as_const(m_rooms))
            (void)m_scene->expiry.raiseFloor(each, m_now);
    }

    QString words() { return QString(qsizetype(1 + m_rng.below(40)), QChar(char16_t(0xac00 + m_rng.below(10'000)))); }

    HotScene &m_scene;
    const Blind m_blind;
    const Apart m_apart;
    SeededRng m_rng;
    const QList<RoomId> m_rooms;
    std::vector<Reader> m_readers;
    Time m_now = noon;
};

} // namespace

//! Thousands of reads through Redis, each of which has to be what the database answers in the same transaction.
class TestHotComparison : public QObject, private HotBench {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void everyReadIsWhatTheDatabaseSays_data()
    {
        QTest::addColumn<Apart>("apart");
        QTest::newRow("old snapshots") << Apart::InSnapshots;
        QTest::newRow("clocks that differ") << Apart::InClocks;
    }

    void everyReadIsWhatTheDatabaseSays()
    {
        QFETCH(Apart, apart);
        for (const std::uint64_t seed : {1, 2, 3}) {
            begin();
            Comparison all(*this, *m_scene, apart, Blind::Nothing, seed);
            all.run(4000);
            QCOMPARE(all.differences, 0);
            QVERIFY2(all.reads > 2500 && all.hits > 1500 && all.misses > 1500, qPrintable(u"%1 reads, %2 hits, %3 misses"_s.arg(all.reads).arg(all.hits).arg(all.misses)));
            QVERIFY(all.unreadable == 0 && all.failures == 0);
        }
    }

    //! The comparison above would find something: each of the numbers is needed.
    void whoIsBlindIsNoticed_data()
    {
        QTest::addColumn<Blind>("blind");
        QTest::newRow("for new messages") << Blind::Head;
        QTest::newRow("for changes") << Blind::Changes;
        QTest::newRow("for what is taken away at the beginning") << Blind::Floor;
    }

    void whoIsBlindIsNoticed()
    {
        QFETCH(Blind, blind);
        Comparison all(*this, *m_scene, Apart::InSnapshots, blind, 1);
        all.run(4000);
        QVERIFY2(all.differences > 0, qPrintable(QString::number(all.reads)));
    }
};

} // namespace jjak::engine::testing

QTEST_GUILESS_MAIN(jjak::engine::testing::TestHotComparison)
#include "tst_hot_comparison.moc"
