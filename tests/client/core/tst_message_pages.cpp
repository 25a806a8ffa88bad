// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "client/core/models/message_list_model.h"
#include "peer.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;

//! Far messages are reached in few steps, and it is known what is loaded.
class TestMessagePages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void farMessageComesInFewSteps();
    void nearMessageComesWithOnePage();
    void networkIsAskedWhereTheCacheEnds();
    void rowsAreFoundAlsoBesideGaps();
};

namespace {

//! Has the messages from `from` on, and remembers what it was asked.
struct History : MessageSource {
    QList<protocol::Message> cachedBefore(RoomId, qint64 before, int limit) override
    {
        limits.append(limit);
        QList<protocol::Message> page;
        for (qint64 seq = std::max(from, before - limit); seq < before; ++seq)
            page.append(message(seq, 1 + int(seq % 3)));
        return page;
    }
    void fetchBefore(RoomId, qint64 before) override { asked.append(before); }
    qint64 from = 1;
    QList<int> limits;
    QList<qint64> asked;
};

struct Bench {
    explicit Bench(qint64 head) : model(roomId(1), history)
    {
        auto info = room(roomId(1), head);
        info.members.append(protocol::Member{3, QStringLiteral("C"), false, false, 0});
        model.setRoom(info);
        model.reload(head);
        history.limits.clear();
    }
    History history;
    MessageListModel model;
};

} // namespace

void TestMessagePages::farMessageComesInFewSteps()
{
    Bench bench(100'000);
    int steps = 0;
    for (; !bench.model.isLoaded(42) && steps < 1000; ++steps)
        bench.model.fetchTowards(42);
    QVERIFY(bench.model.isLoaded(42));
    QCOMPARE(bench.model.rowOfSeq(42), 42 - int(bench.model.firstSeq()));
    QVERIFY2(steps <= 101, qPrintable(QString::number(steps)));
    QCOMPARE(*std::ranges::max_element(bench.history.limits), 1000); // a bounded piece each time
    QVERIFY(bench.history.asked.isEmpty());
}

void TestMessagePages::nearMessageComesWithOnePage()
{
    Bench bench(1000);
    const qint64 near = bench.model.firstSeq() - 1;
    bench.model.fetchTowards(near);
    QVERIFY(bench.model.isLoaded(near));
    QVERIFY(bench.history.limits.first() < 2 * limits::historyPage);
    bench.history.limits.clear();
    bench.model.fetchOlder();
    QCOMPARE(bench.history.limits, QList<int>{limits::historyPage});
}

void TestMessagePages::networkIsAskedWhereTheCacheEnds()
{
    Bench bench(1000);
    bench.history.from = 900;
    while (!bench.model.isFetching())
        bench.model.fetchTowards(10);
    QCOMPARE(bench.model.firstSeq(), 900);
    QCOMPARE(bench.history.asked, QList<qint64>{900});
    bench.model.fetchTowards(10); // one at a time
    QCOMPARE(bench.history.asked.size(), 1);
    QSignalSpy fetching(&bench.model, &MessageListModel::fetchingChanged);
    bench.model.olderFailed();
    QCOMPARE(fetching.size(), 1);
    QCOMPARE(bench.model.firstSeq(), 900);
    bench.model.fetchTowards(10); // may be tried again
    QCOMPARE(bench.history.asked.size(), 2);
}

void TestMessagePages::rowsAreFoundAlsoBesideGaps()
{
    Bench bench(1000);
    bench.model.setHidden({3}, 1000); // every third has no row
    const qint64 first = bench.model.firstSeq();
    const qint64 hidden = first + (2 - first % 3 + 3) % 3; // by author 3
    QCOMPARE(bench.model.rowOfSeq(hidden), -1);
    QVERIFY(bench.model.isLoaded(hidden));
    const int next = bench.model.rowAtOrAfter(hidden);
    QCOMPARE(bench.model.index(next, 0).data(MessageListModel::SeqRole).toLongLong(), hidden + 1);
    QCOMPARE(bench.model.rowAtOrAfter(first - 1), -1); // not loaded
    QCOMPARE(bench.model.rowAtOrAfter(1001), -1);      // not there yet
}

QTEST_GUILESS_MAIN(TestMessagePages)
#include "tst_message_pages.moc"
