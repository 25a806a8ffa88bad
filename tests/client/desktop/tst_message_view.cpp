// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QtTest>

#include "../core/peer.h"
#include "client/desktop/chats/message_rows.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/chats/row_heights.h"
#include "client/desktop/kit/message_delegate.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using jjak::client::MessageListModel;
using jjak::client::test::message;
using jjak::client::test::roomId;

//! A long conversation is shown without looking at all of it, and nothing jumps.
class TestMessageView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void heightsAgreeWithPlainSums();
    void hundredThousandRowsAreNotAllMeasured();
    void newMessageMeasuresAHandful();
    void olderPagesDoNotMoveWhatIsRead();
    void endIsFollowedOnlyFromTheEnd();
    void growingRowDoesNotMoveWhatIsAbove();
    void olderMessagesAreAskedForNearTheTop();
    void fewMessagesStandAtTheBottom();
    void keysMoveThroughTheMessages();
    void resizingKeepsTheEnd();
};

namespace {

//! Answers pages from a history that begins at 1.
struct History : client::MessageSource {
    QList<protocol::Message> cachedBefore(RoomId, qint64 before, int limit) override
    {
        ++asked;
        QList<protocol::Message> page;
        for (qint64 seq = std::max<qint64>(1, before - limit); seq < before; ++seq)
            page.append(message(seq, 1 + int(seq % 2), u"older %1"_s.arg(seq)));
        return page;
    }
    void fetchBefore(RoomId, qint64) override {}
    int asked = 0;
};

//! Rows of different heights, with a count of how often they were measured.
struct Counting : QStyledItemDelegate {
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        ++measured;
        const qint64 seq = index.data(MessageListModel::SeqRole).toLongLong();
        return {option.rect.width(), int(30 + (seq * 7) % 50 + (seq == tall ? 200 : 0))};
    }
    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override { ++painted; }
    mutable int measured = 0, painted = 0;
    qint64 tall = -1;
};

QList<protocol::Message> messages(qint64 from, qint64 to)
{
    QList<protocol::Message> list;
    for (qint64 seq = from; seq <= to; ++seq)
        list.append(message(seq, 1 + int(seq % 2), u"message %1"_s.arg(seq)));
    return list;
}

struct Bench {
    explicit Bench(qint64 from, qint64 to) : model(roomId(1), history)
    {
        model.setRoom(client::test::room(roomId(1), to));
        model.append(messages(from, to), false);
        view.setItemDelegate(&delegate);
        view.resize(500, 600);
        view.setMessages(&model);
        view.show();
        QCoreApplication::processEvents();
    }
    qint64 seqAt(int row) { return model.index(row, 0).data(MessageListModel::SeqRole).toLongLong(); }
    //! The first message in sight and where it begins.
    std::pair<qint64, int> standing() { return {seqAt(view.firstVisibleRow()), view.visualRect(model.index(view.firstVisibleRow(), 0)).top()}; }

    History history;
    MessageListModel model;
    Counting delegate;
    MessageView view;
};

} // namespace

void TestMessageView::heightsAgreeWithPlainSums()
{
    RowHeights heights;
    std::vector<int> plain;
    SeededRng rng(5);
    heights.reset(0, 10);
    for (int step = 0; step < 3000; ++step) {
        const int count = int(plain.size());
        const int what = int(rng.below(5));
        if (what <= 1) {
            const int row = what == 0 ? count : int(rng.below(size_t(count) + 1)), added = 1 + int(rng.below(4));
            heights.insert(row, added, 10);
            plain.insert(plain.begin() + row, size_t(added), 10);
        } else if (what == 2 && count > 3) {
            const int row = int(rng.below(size_t(count) - 2));
            heights.remove(row, 2);
            plain.erase(plain.begin() + row, plain.begin() + row + 2);
        } else if (count > 0) {
            const int row = int(rng.below(size_t(count))), height = 1 + int(rng.below(100));
            heights.measure(row, height);
            plain[size_t(row)] = height;
        }
        QCOMPARE(heights.count(), int(plain.size()));
        const int row = int(rng.below(plain.size() + 1));
        const qint64 top = std::accumulate(plain.begin(), plain.begin() + row, qint64(0));
        QCOMPARE(heights.top(row), top);
        if (row < int(plain.size())) {
            QCOMPARE(heights.rowAt(top), row);
            QCOMPARE(heights.rowAt(top + plain[size_t(row)] - 1), row);
        }
    }
}

void TestMessageView::hundredThousandRowsAreNotAllMeasured()
{
    Bench bench(1, 100'000);
    QVERIFY(bench.view.isAtEnd());
    QCOMPARE(bench.seqAt(bench.view.lastVisibleRow()), 100'000);
    QVERIFY2(bench.delegate.measured < 100, qPrintable(QString::number(bench.delegate.measured)));
    QScrollBar *bar = bench.view.verticalScrollBar();
    for (int i = 0; i < 200; ++i) // a wheel turned for a while
        bar->setValue(bar->value() - 120);
    for (int i = 1; i < 20; ++i) // the handle dragged through all of it
        bar->setValue(bar->maximum() / 20 * i);
    bar->setValue(0);
    QCOMPARE(bench.seqAt(bench.view.firstVisibleRow()), 1);
    bench.view.scrollTo(bench.model.index(50'000, 0), QAbstractItemView::PositionAtTop);
    QCOMPARE(bench.view.firstVisibleRow(), 50'000);
    QVERIFY2(bench.delegate.measured < 2500, qPrintable(QString::number(bench.delegate.measured)));
}

void TestMessageView::newMessageMeasuresAHandful()
{
    Bench bench(1, 100'000);
    bench.delegate.measured = 0;
    for (qint64 seq = 100'001; seq <= 100'010; ++seq)
        bench.model.append(messages(seq, seq), false);
    QVERIFY2(bench.delegate.measured <= 40, qPrintable(QString::number(bench.delegate.measured)));
    QVERIFY(bench.view.isAtEnd());
    QCOMPARE(bench.seqAt(bench.view.lastVisibleRow()), 100'010);
}

void TestMessageView::olderPagesDoNotMoveWhatIsRead()
{
    Bench bench(5'000, 5'200);
    bench.view.verticalScrollBar()->setValue(bench.view.verticalScrollBar()->maximum() / 2);
    const auto before = bench.standing();
    const int rows = bench.model.rowCount();
    bench.model.fetchOlder();
    QVERIFY(bench.model.rowCount() > rows);
    QCOMPARE(bench.standing(), before);
    QVERIFY(bench.view.verticalScrollBar()->value() > 0);
}

void TestMessageView::endIsFollowedOnlyFromTheEnd()
{
    Bench bench(1, 300);
    bench.model.append(messages(301, 301), false);
    QVERIFY(bench.view.isAtEnd());
    bench.view.verticalScrollBar()->setValue(bench.view.verticalScrollBar()->value() - 300);
    QVERIFY(!bench.view.isAtEnd());
    const auto before = bench.standing();
    bench.model.append(messages(302, 305), false);
    QCOMPARE(bench.standing(), before);
    bench.view.scrollToEnd();
    QCOMPARE(bench.seqAt(bench.view.lastVisibleRow()), 305);
}

void TestMessageView::growingRowDoesNotMoveWhatIsAbove()
{
    Bench bench(1, 300);
    bench.view.verticalScrollBar()->setValue(bench.view.verticalScrollBar()->value() - 1000);
    const auto before = bench.standing();
    const int grown = bench.view.firstVisibleRow() + 2;
    bench.delegate.tall = bench.seqAt(grown);
    Q_EMIT bench.model.dataChanged(bench.model.index(grown, 0), bench.model.index(grown, 0));
    QCOMPARE(bench.standing(), before);
    const int above = bench.view.firstVisibleRow() - 5;
    bench.delegate.tall = bench.seqAt(above);
    Q_EMIT bench.model.dataChanged(bench.model.index(above, 0), bench.model.index(above, 0));
    QCOMPARE(bench.standing(), before);
}

void TestMessageView::olderMessagesAreAskedForNearTheTop()
{
    Bench bench(5'000, 5'200);
    const int asked = bench.history.asked;
    QCoreApplication::processEvents();
    QCOMPARE(bench.history.asked, asked); // far from the top nothing is fetched
    bench.view.verticalScrollBar()->setValue(200);
    QTRY_VERIFY(bench.history.asked > asked);
    QTRY_VERIFY(bench.seqAt(0) < 5'000);
}

void TestMessageView::fewMessagesStandAtTheBottom()
{
    Bench bench(1, 3);
    const QRect last = bench.view.visualRect(bench.model.index(2, 0));
    QCOMPARE(last.bottom() + 1, bench.view.viewport()->height());
    QVERIFY(bench.view.visualRect(bench.model.index(0, 0)).top() > 0);
    QVERIFY(bench.view.isAtEnd());
    QCOMPARE(bench.view.verticalScrollBar()->maximum(), 0);
}

void TestMessageView::keysMoveThroughTheMessages()
{
    Bench bench(1, 300);
    bench.view.setFocus();
    QCOMPARE(bench.view.currentIndex().row(), 299); // the newest is where one begins
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(&bench.view, Qt::Key_Up);
    QCOMPARE(bench.view.currentIndex().row(), 249);
    QVERIFY(bench.view.firstVisibleRow() <= 249);
    QTest::keyClick(&bench.view, Qt::Key_Home);
    QCOMPARE(bench.view.firstVisibleRow(), 0);
    QTest::keyClick(&bench.view, Qt::Key_End);
    QVERIFY(bench.view.isAtEnd());
}

void TestMessageView::resizingKeepsTheEnd()
{
    Theme theme;
    MessageDelegate real(theme, nullptr, [](const QModelIndex &index) { return readMessage(index); });
    Bench bench(1, 300);
    bench.view.setItemDelegate(&real);
    bench.view.doItemsLayout();
    for (const int width : {300, 800, 420}) {
        bench.view.resize(width, 500);
        QVERIFY(bench.view.isAtEnd());
        QCOMPARE(bench.view.visualRect(bench.model.index(299, 0)).bottom() + 1, bench.view.viewport()->height());
    }
    bench.view.setItemDelegate(&bench.delegate);
}

QTEST_MAIN(TestMessageView)
#include "tst_message_view.moc"
