// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "server/engine/cluster/redis_keys.h"

namespace jjak::engine {

//! What tells the keys of one installation from those of another, and what nobody can tell from them.
class TestKeyspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNameBeginsWithTheInstallation()
    {
        QCOMPARE(m_ours.prefix(), "jjak:0001ff2a73000a0d:"); // no byte of it can end a line or widen a pattern
        for (const QByteArray &key : allOf(m_ours))
            QVERIFY2(key.startsWith(m_ours.prefix()) && key.size() > m_ours.prefix().size(), key.constData());
    }

    void whatIsDifferentHasDifferentNames()
    {
        const auto names = allOf(m_ours);
        QCOMPARE(QSet<QByteArray>(names.begin(), names.end()).size(), names.size());
    }

    void noInstallationHasAKeyOfAnother()
    {
        const auto ours = allOf(m_ours), theirs = allOf({QByteArray::fromHex("0001ff2a73000a0e"), m_secret});
        QVERIFY(!QSet<QByteArray>(ours.begin(), ours.end()).intersects(QSet<QByteArray>(theirs.begin(), theirs.end())));
    }

    void allServersOfAnInstallationUseTheSameNames() { QCOMPARE(allOf({m_installation, m_secret}), allOf(m_ours)); }

    void whoIsWhereCannotBeToldWithoutTheSecret()
    {
        const QByteArray key = keys::nodesOf(m_ours, m_account);
        for (const QByteArray &shown : {m_account.toBytes(), m_account.toBytes().toHex(), m_account.toBytes().toBase64()})
            QVERIFY(!key.contains(shown));
        for (int at = 0; at < m_secret.size(); ++at) {
            QByteArray other = m_secret;
            other[at] = char(other[at] ^ 1);
            QVERIFY(keys::nodesOf({m_installation, other}, m_account) != key);
        }
    }

    void everyBitOfAnAccountChangesItsName()
    {
        QSet<QByteArray> names;
        const QByteArray id = m_account.toBytes();
        for (qsizetype bit = 0; bit < id.size() * 8; ++bit) {
            QByteArray other = id;
            other[bit / 8] = char(other[bit / 8] ^ (1 << bit % 8));
            names.insert(keys::nodesOf(m_ours, AccountId::fromBytes(other)));
        }
        names.insert(keys::nodesOf(m_ours, m_account));
        QCOMPARE(names.size(), id.size() * 8 + 1);
    }

private:
    QList<QByteArray> allOf(const Keyspace &space) const
    {
        QList<QByteArray> out{keys::nodesOf(space, m_account)};
        for (const int number : {0, 1, 2, 12})
            out << keys::commands(space, number) << keys::inbox(space, number) << keys::node(space, number) << keys::watch(space, number);
        return out;
    }

    const QByteArray m_installation = QByteArray::fromHex("0001ff2a73000a0d"), m_secret = QByteArray(32, 's');
    const Keyspace m_ours{m_installation, m_secret};
    SeededRng m_rng{29};
    const AccountId m_account = AccountId::random(m_rng);
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestKeyspace)
#include "tst_keyspace.moc"
