// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/nearby/own_place.h"

#include <QGeoPositionInfoSource>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

OwnPlace::OwnPlace(QObject *parent, Factory factory, Duration patience) : QObject(parent), m_factory(std::move(factory))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, [this] { fail(Failure::Silent); });
}

OwnPlace::~OwnPlace() = default;

QGeoPositionInfoSource *OwnPlace::systemSource(QObject *parent)
{
    // GeoClue knows programs by their desktop file; the other plugins do not read this.
    const QVariantMap identity{{u"desktopId"_s, QGuiApplication::desktopFileName()}};
    return QGeoPositionInfoSource::createDefaultSource(identity, parent);
}

void OwnPlace::find(int cellKm)
{
    cancel();
    m_cellKm = cellKm;
    m_finding = true;
    m_source = m_factory(this);
    // Failures come later, as successes do; a source without a bus has its error from the beginning and never tells it.
    if (!m_source) {
        QMetaObject::invokeMethod(this, [this] { fail(Failure::Missing); }, Qt::QueuedConnection);
        return;
    }
    if (m_source->error() == QGeoPositionInfoSource::AccessError) {
        QMetaObject::invokeMethod(this, [this] { fail(Failure::Denied); }, Qt::QueuedConnection);
        return;
    }
    connect(m_source, &QGeoPositionInfoSource::positionUpdated, this, &OwnPlace::take);
    connect(m_source, &QGeoPositionInfoSource::errorOccurred, this, [this](QGeoPositionInfoSource::Error error) {
        if (error == QGeoPositionInfoSource::AccessError)
            fail(Failure::Denied);
        else if (error != QGeoPositionInfoSource::NoError && error != QGeoPositionInfoSource::UpdateTimeoutError)
            fail(Failure::Missing);
    });
    m_timer.start();
    m_source->startUpdates();
}

void OwnPlace::cancel()
{
    m_timer.stop();
    m_finding = false;
    if (!m_source)
        return;
    m_source->disconnect(this);
    m_source->stopUpdates();
    m_source->deleteLater();
    m_source = nullptr;
}

void OwnPlace::take(const QGeoPositionInfo &info)
{
    const QGeoCoordinate where = info.coordinate();
    if (!m_finding || !where.isValid())
        return;
    const Cell cell = Cell::containing({where.latitude(), where.longitude()}, m_cellKm);
    cancel();
    Q_EMIT found(cell);
}

void OwnPlace::fail(Failure failure)
{
    if (!m_finding)
        return;
    cancel();
    Q_EMIT failed(failure);
}

} // namespace jjak::desktop
