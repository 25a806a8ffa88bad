// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "../core/scene.h"
#include "client/terminal/app/commander.h"

namespace jjak::terminal::test {

//! Somebody who types commands, and all that they are told.
struct DeskBench {
    DeskBench()
    {
        language.choose(QStringLiteral("en"));
        QObject::connect(&commander, &Commander::said, [this](const QString &text, bool problem) { (problem ? complaints : said) += text; });
        QObject::connect(&commander, &Commander::listed, [this](const QString &heading, const QStringList &all) {
            title = heading;
            lines = all;
            ++listings;
        });
        QObject::connect(&commander, &Commander::textKept, [this](const QString &text, const QString &reason) {
            kept = text;
            why = reason;
        });
        QObject::connect(&commander, &Commander::invited, [this](const QString &line) { news += line; });
    }
    void types(const QString &line) { commander.run(parse(line)); }
    //! And waits for a list.
    void lists(const QString &line)
    {
        const int before = listings;
        types(line);
        QTRY_COMPARE(listings, before + 1);
    }
    void says(const QString &line, const QString &begins)
    {
        said.clear();
        types(line);
        QTRY_VERIFY2(!said.isEmpty() && said.last().startsWith(begins), qPrintable(said.join(u'|') + complaints.join(u'|')));
    }
    void complains(const QString &line, const QString &begins)
    {
        complaints.clear();
        types(line);
        QTRY_VERIFY2(!complaints.isEmpty() && complaints.last().startsWith(begins), qPrintable(complaints.join(u'|') + said.join(u'|')));
    }
    //! The line is not lost, and why.
    void keeps(const QString &line, const QString &contains)
    {
        kept.clear();
        types(line);
        QTRY_COMPARE(kept, line);
        QVERIFY2(why.contains(contains), qPrintable(why));
    }
    template <class C>
    void refuses(ErrorCode code)
    {
        scene.peer.on<C>([this, code](qint64 id, const C &) { scene.peer.refuse(id, {code}); });
    }

    client::test::Scene scene;
    client::Settings settings{scene.folder.filePath(QStringLiteral("settings"))};
    client::PlaceList places;
    Language language;
    Commander commander{*scene.session, settings, places, language};
    QStringList said, complaints, lines, news;
    QString title, kept, why;
    int listings = 0;
};

} // namespace jjak::terminal::test
