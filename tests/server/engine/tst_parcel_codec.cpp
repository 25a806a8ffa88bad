// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/engine/cluster/parcel_codec.h"

namespace jjak::engine {

using namespace app;

//! What is put into an inbox is what comes out, in its order.
class TestParcelCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesOutAsItWentInAndInOrder()
    {
        const std::vector<Outgoing> sent = everything();
        const auto back = decodeParcel(encodeParcel({3, 77, sent, 12}));
        QVERIFY(back);
        QCOMPARE(back->sender, 3);
        QCOMPARE(back->serial, 77u);
        QCOMPARE(back->position, 12u);
        QCOMPARE(back->outgoing.size(), sent.size());
        QCOMPARE(encodeParcel(*back), encodeParcel({3, 77, sent, 12}));
        const auto &answer = std::get<ToConnection>(back->outgoing[0]);
        QCOMPARE(answer.connection, firstConnection(7) + 9);
        QCOMPARE(answer.frame, QByteArray("\0binary", 7));
        QVERIFY(answer.binary && !answer.chunk);
        QVERIFY(std::get<ToConnection>(back->outgoing[1]).chunk);
        const auto &bound = std::get<Bind>(back->outgoing[2]);
        QCOMPARE(bound.connection, firstConnection(7) + 9);
        QVERIFY(bound.identity == m_who);
        QCOMPARE(std::get<ToAccount>(back->outgoing[3]).account, m_who.account);
        QCOMPARE(std::get<ToEverybody>(back->outgoing[4]).frame, "news");
        QCOMPARE(std::get<EndDevice>(back->outgoing[5]).device, m_who.device);
        QCOMPARE(std::get<EndDevice>(back->outgoing[5]).reason, protocol::SessionEnd::Replaced);
    }

    void nothingAndMuchGoThrough()
    {
        const auto none = decodeParcel(encodeParcel({1, std::numeric_limits<quint64>::max(), {}, 0}));
        QVERIFY(none && none->outgoing.empty() && none->serial == std::numeric_limits<quint64>::max());
        std::vector<Outgoing> many;
        for (int i = 0; i < 20'000; ++i)
            many.push_back(ToAccount{AccountId::random(m_rng), QByteArray::number(i)});
        const auto back = decodeParcel(encodeParcel({1, 1, many, 0}));
        QVERIFY(back && back->outgoing.size() == many.size());
        QCOMPARE(std::get<ToAccount>(back->outgoing.back()).frame, "19999");
    }

    void aPartOfAParcelIsNone()
    {
        const QByteArray bytes = encodeParcel({3, 77, everything(), 7});
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!decodeParcel(bytes.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!decodeParcel(bytes + '\0'));
    }

    void anotherVersionIsRefused()
    {
        QByteArray bytes = encodeParcel({3, 77, everything(), 7});
        bytes[0] = char(bytes[0] + 1);
        QVERIFY(!decodeParcel(bytes));
    }

    void whateverTheBytesAreNothingBreaks()
    {
        const char version = encodeParcel({})[0];
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes(qsizetype(m_rng.below(200)), Qt::Uninitialized);
            m_rng.fill({reinterpret_cast<std::uint8_t *>(bytes.data()), size_t(bytes.size())});
            if (!bytes.isEmpty())
                bytes[0] = version;
            (void)decodeParcel(bytes);
        }
        const QByteArray bytes = encodeParcel({3, 77, everything(), 7});
        for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
            QByteArray other = bytes;
            other[bit / 8] = char(other[bit / 8] ^ (1 << bit % 8));
            (void)decodeParcel(other); // a count of four thousand millions among them
        }
    }

private:
    std::vector<Outgoing> everything() const
    {
        const ConnectionId connection = firstConnection(7) + 9;
        return {ToConnection{connection, QByteArray("\0binary", 7), true, false}, ToConnection{connection, "{}", false, true}, Bind{connection, m_who},
                ToAccount{m_who.account, "event"},                                ToEverybody{"news"},                         EndDevice{m_who.device, protocol::SessionEnd::Replaced}};
    }

    SeededRng m_rng{3};
    const Identity m_who{AccountId::random(m_rng), DeviceId::random(m_rng), protocol::Role::Operator};
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestParcelCodec)
#include "tst_parcel_codec.moc"
