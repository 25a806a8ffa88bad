// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPixmap>

#include "client/desktop/context.h"

class QLabel;
class QScrollArea;

namespace jjak::desktop {

//! One image as large as one likes: zoom, turn, save, copy. Shows how far it is loaded; Escape closes it.
class ImageViewer final : public QDialog {
    Q_OBJECT

public:
    //! `preview` is shown until the image is here.
    ImageViewer(Context &context, RoomId room, qint64 seq, const QPixmap &preview, QWidget *parent);
    ~ImageViewer() override;

    //! 0: as large as fits.
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    bool isLoaded() const { return !m_bytes.isEmpty(); }
    QString status() const;
    //! Writes the image there as it came; false, and a sentence in the viewer, when it cannot be written.
    bool saveTo(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QWidget *makeBar();
    void load();
    void take(const QByteArray &bytes);
    void place();
    void turn();
    void copy();
    void save();
    void say(const QString &sentence);
    double shownZoom() const;

    Context &m_context;
    const RoomId m_room;
    const qint64 m_seq;
    QPixmap m_picture;
    QByteArray m_bytes;
    double m_zoom = 0;
    QScrollArea *m_area;
    QLabel *m_canvas;
    QLabel *m_status;
    QList<QWidget *> m_needsBytes;
};

} // namespace jjak::desktop
