// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "client/core/models/message_list_model.h"
#include "client/core/models/room_list_model.h"
#include "peer.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

using Messages = MessageListModel;
using Rooms = RoomListModel;

constexpr Time later = fromMs(1'790'000'900'000);

struct Source final : MessageSource {
    QList<Message> cachedBefore(RoomId, qint64, int) override { return {}; }
    void fetchBefore(RoomId, qint64) override {}
    std::optional<Message> cachedMessage(RoomId, qint64 seq) override { return kept.contains(seq) ? std::optional(kept.value(seq)) : std::nullopt; }
    QString hostText(RoomId, const Message &) const override { return u"Welcome!"_s; }
    QHash<qint64, Message> kept;
};

Message replyTo(qint64 answered, qint64 seq, const QString &text = u"yes"_s)
{
    Message out = message(seq, 1, text);
    out.reply = answered;
    return out;
}

Message editedTo(Message out, const QString &text)
{
    out.text = text;
    out.edited = later;
    out.change = changeOf(out) + 1;
    return out;
}

Message erased(Message out)
{
    out.text.clear();
    out.deleted = later;
    out.change = changeOf(out) + 1;
    return out;
}

//! The rows that were told to be other ones, since the last call.
QList<int> touched(QSignalSpy &spy)
{
    QList<int> rows;
    for (const auto &call : std::as_const(spy))
        for (int row = call[0].toModelIndex().row(); row <= call[1].toModelIndex().row(); ++row)
            rows.append(row);
    spy.clear();
    return rows;
}

} // namespace

//! What rows show of replies, edits, deletions and reactions.
class TestMessageChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowShowsWhatBecameOfItsMessage();
    void onlyRowsThatChangedAreTold();
    void changeOfAMessageWithoutARowIsNothing();
    void deletedMessageSaysSoWhateverItWas();
    void quoteNamesWhoAndWhat();
    void quoteIsOneShortLine();
    void quoteFollowsWhatItQuotes();
    void quoteComesFromTheCacheAndIsEmptyWhenUnknown();
    void quoteAppearsWhenTheOlderPageDoes();
    void quoteOfAHiddenSeatIsEmpty();
    void waitingReplyHasItsQuote();
    void previewOfADeletedNewestSaysSo();
    void reactionsAreFoundByMember();

private:
    QVariant at(const Messages &model, int row, int role) const { return model.index(row).data(role); }
    Source m_source;
};

void TestMessageChanges::rowShowsWhatBecameOfItsMessage()
{
    Messages model(roomId(1), m_source);
    QAbstractItemModelTester tester(&model);
    model.setRoom(room(roomId(1), 2));
    model.append({message(1, 2), message(2, 1)}, false);
    QVERIFY(!at(model, 0, Messages::EditedRole).toBool());
    QVERIFY(!at(model, 0, Messages::DeletedRole).toBool());
    QVERIFY(at(model, 0, Messages::ReactionsRole).value<QList<Reaction>>().isEmpty());
    QCOMPARE(at(model, 0, Messages::ReplyRole).toLongLong(), 0);
    Message one = editedTo(message(1, 2), u"other words"_s);
    one.reactions = {Reaction{u"👍"_s, {1, 2}}, Reaction{u"짝"_s, {2}}};
    model.change({one});
    QCOMPARE(at(model, 0, Messages::TextRole).toString(), u"other words"_s);
    QVERIFY(at(model, 0, Messages::EditedRole).toBool());
    QCOMPARE(at(model, 0, Messages::ReactionsRole).value<QList<Reaction>>(), *one.reactions);
    model.change({erased(one)});
    QVERIFY(at(model, 0, Messages::DeletedRole).toBool());
    QVERIFY(!at(model, 0, Messages::EditedRole).toBool());
    QCOMPARE(model.rowCount(), 2);
}

void TestMessageChanges::onlyRowsThatChangedAreTold()
{
    Messages model(roomId(1), m_source);
    model.setRoom(room(roomId(1), 3));
    model.append({message(1, 2), message(2, 1), message(3, 2)}, false);
    QSignalSpy spy(&model, &Messages::dataChanged);
    const Message one = editedTo(message(2, 1), u"other words"_s);
    model.change({one});
    QCOMPARE(touched(spy), QList{1});
    model.change({one});
    QVERIFY(touched(spy).isEmpty());
}

void TestMessageChanges::changeOfAMessageWithoutARowIsNothing()
{
    Messages model(roomId(1), m_source);
    model.setRoom(room(roomId(1), 9));
    model.append({message(8, 2), message(9, 1)}, false);
    QSignalSpy spy(&model, &Messages::dataChanged);
    model.change({editedTo(message(3, 2), u"old"_s), editedTo(message(12, 2), u"new"_s)});
    QVERIFY(touched(spy).isEmpty());
    QCOMPARE(model.rowCount(), 2);
}

void TestMessageChanges::deletedMessageSaysSoWhateverItWas()
{
    Messages model(roomId(1), m_source);
    model.setRoom(room(roomId(1), 1));
    model.append({erased(message(1, 2))}, false);
    QCOMPARE(at(model, 0, Messages::TextRole).toString(), u"Message deleted"_s);
    QCOMPARE(at(model, 0, Messages::AuthorRole).toString(), u"Bora"_s);
}

void TestMessageChanges::quoteNamesWhoAndWhat()
{
    Messages model(roomId(1), m_source);
    model.setRoom(room(roomId(1), 5));
    Message host = message(2, 0), notice = message(3, 2, u"left"_s);
    host.kind = MessageKind::Host;
    notice.kind = MessageKind::Notice;
    model.append({message(1, 2, u"100 %1 %2"_s), host, notice, replyTo(1, 4), replyTo(2, 5), replyTo(3, 6)}, false);
    QCOMPARE(at(model, 3, Messages::ReplyRole).toLongLong(), 1);
    QCOMPARE(at(model, 3, Messages::QuoteRole).toString(), u"Bora: 100 %1 %2"_s);
    QCOMPARE(at(model, 4, Messages::QuoteRole).toString(), u"Welcome!"_s);
    QCOMPARE(at(model, 5, Messages::QuoteRole).toString(), u"Bora left the conversation."_s);
    QCOMPARE(at(model, 0, Messages::QuoteRole).toString(), QString());
}

void TestMessageChanges::quoteIsOneShortLine()
{
    Messages model(roomId(1), m_source);
    model.setRoom(room(roomId(1), 2));
    model.append({message(1, 1, u"one\n  two\n"_s + QString(3000, u'a')), replyTo(1, 2)}, false);
    const QString quote = at(model, 1, Messages::QuoteRole).toString();
    QVERIFY(quote.startsWith(u"나: one two aaa"_s));
    QVERIFY(quote.size() < 250);
}

void TestMessageChanges::quoteFollowsWhatItQuotes()
{
    Messages model(roomId(1), m_source);
    model.setRoom(room(roomId(1), 3));
    model.append({message(1, 2), message(2, 1), replyTo(1, 3)}, false);
    QSignalSpy spy(&model, &Messages::dataChanged);
    model.change({editedTo(message(1, 2), u"other words"_s)});
    QCOMPARE(touched(spy), (QList{0, 2}));
    QCOMPARE(at(model, 2, Messages::QuoteRole).toString(), u"Bora: other words"_s);
    model.change({erased(message(1, 2))});
    QCOMPARE(at(model, 2, Messages::QuoteRole).toString(), u"Bora: Message deleted"_s);
}

void TestMessageChanges::quoteComesFromTheCacheAndIsEmptyWhenUnknown()
{
    Messages model(roomId(1), m_source);
    m_source.kept = {{3, message(3, 2, u"long ago"_s)}};
    model.setRoom(room(roomId(1), 9));
    model.append({replyTo(3, 8), replyTo(4, 9)}, false);
    QCOMPARE(at(model, 0, Messages::QuoteRole).toString(), u"Bora: long ago"_s);
    QCOMPARE(at(model, 1, Messages::QuoteRole).toString(), QString());
    QSignalSpy spy(&model, &Messages::dataChanged);
    m_source.kept.insert(3, editedTo(m_source.kept.value(3), u"other words"_s));
    model.change({m_source.kept.value(3)});
    QCOMPARE(touched(spy), QList{0});
    QCOMPARE(at(model, 0, Messages::QuoteRole).toString(), u"Bora: other words"_s);
    m_source.kept.clear();
}

void TestMessageChanges::quoteAppearsWhenTheOlderPageDoes()
{
    Messages model(roomId(1), m_source);
    model.setRoom(room(roomId(1), 4));
    model.append({message(3, 2), replyTo(2, 4)}, false);
    QCOMPARE(at(model, 1, Messages::QuoteRole).toString(), QString());
    QSignalSpy spy(&model, &Messages::dataChanged);
    model.olderArrived(3, {message(1, 2), message(2, 2, u"found"_s)});
    QVERIFY(touched(spy).contains(3));
    QCOMPARE(at(model, 3, Messages::QuoteRole).toString(), u"Bora: found"_s);
}

void TestMessageChanges::quoteOfAHiddenSeatIsEmpty()
{
    Messages model(roomId(1), m_source);
    model.setRoom(room(roomId(1), 2));
    model.append({message(1, 2), replyTo(1, 2)}, false);
    QSignalSpy spy(&model, &Messages::dataChanged);
    model.setHidden({2}, 2);
    QCOMPARE(model.rowCount(), 1);
    m_source.kept = {{1, message(1, 2)}};
    QCOMPARE(at(model, 0, Messages::QuoteRole).toString(), QString());
    m_source.kept.clear();
    QVERIFY(touched(spy).contains(0));
}

void TestMessageChanges::waitingReplyHasItsQuote()
{
    Messages model(roomId(1), m_source);
    model.setRoom(room(roomId(1), 1));
    model.append({message(1, 2)}, false);
    OutboxEntry entry{roomId(1), clientId(1), u"yes"_s, later};
    entry.reply = 1;
    model.setOutbox({entry});
    QCOMPARE(at(model, 1, Messages::ReplyRole).toLongLong(), 1);
    QCOMPARE(at(model, 1, Messages::QuoteRole).toString(), u"Bora: hello"_s);
    QVERIFY(!at(model, 1, Messages::DeletedRole).toBool());
    QVERIFY(at(model, 1, Messages::ReactionsRole).value<QList<Reaction>>().isEmpty());
}

void TestMessageChanges::previewOfADeletedNewestSaysSo()
{
    Rooms model;
    Room told = room(roomId(1), 1);
    told.newest = message(1, 2, u"said"_s);
    model.put({told.room, told, {}, false, 0, 0});
    QSignalSpy spy(&model, &Rooms::dataChanged);
    told.newest = erased(*told.newest);
    model.put({told.room, told, {}, false, 0, 0});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(model.index(0).data(Rooms::PreviewRole).toString(), u"Message deleted"_s);
}

void TestMessageChanges::reactionsAreFoundByMember()
{
    Message one = message(1, 2);
    QVERIFY(!hasReacted(one, u"👍"_s, 1));
    one.reactions = {Reaction{u"👍"_s, {1, 2}}, Reaction{u"🎉"_s, {2}}};
    QVERIFY(hasReacted(one, u"👍"_s, 1));
    QVERIFY(!hasReacted(one, u"🎉"_s, 1));
}

QTEST_GUILESS_MAIN(TestMessageChanges)
#include "tst_message_changes.moc"
