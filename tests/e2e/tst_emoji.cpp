// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/core/emoji.h"
#include "server/domain/rooms/reactions.h"

using namespace jjak;

//! What the clients offer is what the server takes.
class TstEmoji : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOfferedEmojiMayBeAReaction();
};

void TstEmoji::everyOfferedEmojiMayBeAReaction()
{
    for (const client::NamedEmoji &known : client::namedEmoji())
        QVERIFY2(domain::isEmoji(known.emoji), qPrintable(known.emoji));
    for (const QString &usual : client::usualReactions())
        QVERIFY2(domain::isEmoji(usual), qPrintable(usual));
}

QTEST_GUILESS_MAIN(TstEmoji)
#include "tst_emoji.moc"
