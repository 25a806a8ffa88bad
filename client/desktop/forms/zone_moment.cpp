// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/forms/zone_moment.h"

#include <QComboBox>
#include <QCompleter>
#include <QTimeZone>

namespace jjak::desktop {

void fillZones(QComboBox *box)
{
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids)
        if (id.contains('/') || id == "UTC")
            box->addItem(QString::fromLatin1(id));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
}

std::optional<Time> momentIn(const QString &zone, const QDateTime &clock)
{
    const QTimeZone there(zone.trimmed().toLatin1());
    if (!there.isValid())
        return std::nullopt;
    const QDateTime at(clock.date(), QTime(clock.time().hour(), clock.time().minute()), there);
    return Time(Duration(at.toMSecsSinceEpoch()));
}

} // namespace jjak::desktop
