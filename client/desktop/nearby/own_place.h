// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

#include "common/base/time.h"
#include "common/rules/grid.h"

class QGeoPositionInfo;
class QGeoPositionInfoSource;

namespace jjak::desktop {

//! Asks the computer's location service once, when somebody wants it, and answers with a cell only: the coordinate is
//! snapped here and kept nowhere. It ends by itself, because some services neither answer nor refuse.
class OwnPlace final : public QObject {
    Q_OBJECT

public:
    enum class Failure {
        Missing, //!< this computer has no location service
        Denied,  //!< it may not be used
        Silent,  //!< it does not answer in time
    };
    Q_ENUM(Failure)
    //! Makes the source, nullptr where there is none.
    using Factory = std::function<QGeoPositionInfoSource *(QObject *parent)>;

    explicit OwnPlace(QObject *parent = nullptr, Factory factory = systemSource, Duration patience = 10s);
    ~OwnPlace() override;

    //! Answers found() or failed() later, once.
    void find(int cellKm);
    void cancel();
    bool isFinding() const { return m_finding; }

    static QGeoPositionInfoSource *systemSource(QObject *parent);

Q_SIGNALS:
    void found(jjak::Cell cell);
    void failed(jjak::desktop::OwnPlace::Failure failure);

private:
    void take(const QGeoPositionInfo &info);
    void fail(Failure failure);

    Factory m_factory;
    QTimer m_timer;
    QGeoPositionInfoSource *m_source = nullptr;
    int m_cellKm = 0;
    bool m_finding = false;
};

} // namespace jjak::desktop
