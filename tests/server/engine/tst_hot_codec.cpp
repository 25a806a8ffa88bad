// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/engine/cluster/hot_codec.h"
#include "tests/common/random_values.h"

namespace jjak::engine {

using protocol::Message;
using protocol::testing::randomOf;

//! Pages of messages come out as they went in, with every field that a message has or will have.
class TestHotCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesOutAsItWentIn()
    {
        for (int i = 0; i < 3000; ++i) {
            const HotPage page = random(int(m_rng.below(4)));
            const auto back = decodeHotPage(encodeHotPage(page));
            QVERIFY(back && back->stamp == page.stamp && back->read == page.read);
            QVERIFY(back->messages == page.messages);
        }
    }

    void everyFieldIsSet()
    {
        const Message plain;
        QByteArray seen(64, 0);
        for (int i = 0; i < 200; ++i) { // that the test above was about something
            const auto message = randomOf<Message>(m_rng);
            int at = 0;
            protocol::forEachField<Message>([&](const auto &field) { seen[at++] |= char(!(message.*(field.member) == plain.*(field.member))); });
            seen.resize(at);
        }
        QVERIFY(!seen.contains('\0'));
    }

    void aPartOfAPageIsNone()
    {
        const QByteArray bytes = encodeHotPage(random(2));
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!decodeHotPage(bytes.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!decodeHotPage(bytes + '\0'));
    }

    void anotherFormIsRefused()
    {
        const QByteArray bytes = encodeHotPage(random(2));
        for (qsizetype i = 0; i < 5; ++i) { // the version, and which fields there are
            QByteArray other = bytes;
            other[i] = char(other[i] ^ 1);
            QVERIFY(!decodeHotPage(other));
        }
    }

    void whateverTheBytesAreNothingBreaks()
    {
        const QByteArray bytes = encodeHotPage(random(2));
        for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
            QByteArray other = bytes;
            other[bit / 8] = char(other[bit / 8] ^ (1 << bit % 8));
            (void)decodeHotPage(other);
        }
        for (int i = 0; i < 20'000; ++i) {
            QByteArray rubbish(qsizetype(m_rng.below(200)), Qt::Uninitialized);
            m_rng.fill({reinterpret_cast<std::uint8_t *>(rubbish.data()), size_t(rubbish.size())});
            rubbish.replace(0, 5, bytes.first(5));
            (void)decodeHotPage(rubbish);
        }
    }

    void theStampIsWhatTheRowSays()
    {
        app::RoomRow row;
        row.head = 30;
        row.changes = 7;
        row.floor = 11;
        row.active = fromMs(5);
        const RoomStamp stamp = stampOf(row);
        QCOMPARE(stamp.version(), 48);
        for (qint64 app::RoomRow::*number : {&app::RoomRow::head, &app::RoomRow::changes, &app::RoomRow::floor}) {
            app::RoomRow other = row;
            (other.*number)++;
            QVERIFY(!(stampOf(other) == stamp));
            QCOMPARE(stampOf(other).version(), 49);
        }
        row.version++; // who is in it, how it is called
        QVERIFY(stampOf(row) == stamp);
        row.active += 1ms;
        QVERIFY(!(stampOf(row) == stamp));
    }

private:
    HotPage random(int messages)
    {
        HotPage page{{randomOf<qint64>(m_rng), randomOf<qint64>(m_rng), randomOf<qint64>(m_rng), randomOf<Time>(m_rng)}, randomOf<Time>(m_rng), {}};
        while (page.messages.size() < messages)
            page.messages.append(randomOf<Message>(m_rng));
        return page;
    }

    SeededRng m_rng{9};
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestHotCodec)
#include "tst_hot_codec.moc"
