// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPixmap>
#include <functional>

#include "client/desktop/context.h"

namespace jjak::desktop {

//! Images that are looked at one after the other: what they are called and where their bytes come from. It shows nothing.
class ImageSeries : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<QByteArray> &)>;

    virtual int count() const = 0;
    //! What to save it as.
    virtual QString name(int index) const = 0;
    //! What is shown until it is here; may be null.
    virtual QPixmap preview(int index) = 0;
    //! `done`: once, unless it is cancelled.
    virtual void fetch(int index, Done done) = 0;
    virtual void cancel(int index) = 0;

Q_SIGNALS:
    void progress(int index, qint64 have, qint64 total);
};

//! The image of one message.
class MessageImage final : public ImageSeries {
    Q_OBJECT

public:
    MessageImage(client::Session &session, RoomId room, qint64 seq, const QPixmap &preview);

    int count() const override { return 1; }
    QString name(int index) const override;
    QPixmap preview(int) override { return m_preview; }
    void fetch(int index, Done done) override;
    void cancel(int index) override;

private:
    client::Session &m_session;
    const RoomId m_room;
    const qint64 m_seq;
    QPixmap m_preview;
};

} // namespace jjak::desktop
