// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPixmap>

#include "client/core/lounge/picture_tray.h"
#include "client/desktop/context.h"

class QLabel;
class QMimeData;
class QPushButton;
class QToolButton;

namespace jjak::desktop {

class FlowLayout;
class PictureTile;

//! One picture of a post that is being written: what it looks like, how far it is, what can be done with it.
class PictureItem final : public QWidget {
    Q_OBJECT

public:
    PictureItem(const Theme &theme, QWidget *parent);

    void set(const client::PictureTray::Item &item, const QPixmap &picture, int number, int count);
    void setProgress(int percent);
    PictureTile *tile() const { return m_tile; }
    QToolButton *removeButton() const { return m_remove; }
    QToolButton *retryButton() const { return m_retry; }

Q_SIGNALS:
    void removeWanted();
    void retryWanted();

private:
    PictureTile *m_tile;
    QLabel *m_state;
    QToolButton *m_retry, *m_remove;
};

//! The pictures of a post that is being written, in their order: chosen, dropped or pasted, each with its progress, and words
//! about what went wrong. What goes up and when the tray decides.
class PictureRow final : public QWidget {
    Q_OBJECT

public:
    PictureRow(Context &context, client::PictureTray &tray, QWidget *parent = nullptr);

    //! Whether take() would take it: files of this machine, or an image.
    static bool isWelcome(const QMimeData &what);
    void take(const QMimeData &what);
    void addFiles(const QStringList &paths);
    //! Why the post has to wait, in words; empty when it has not.
    QString waitsFor() const;
    QPushButton *addButton() const { return m_add; }
    QList<PictureItem *> items() const { return m_items; }
    QString note() const;

Q_SIGNALS:
    //! There are others, one is in another state, or there are other words about them.
    void changed();

private:
    void choose();
    QString add(const QImage &image);
    QString add(const QString &path);
    QString put(const QByteArray &bytes, const QString &name, bool png);
    void refresh();
    void refreshNote();
    QPixmap pictureOf(const client::PictureTray::Item &item);

    Context &m_context;
    client::PictureTray &m_tray;
    QPushButton *m_add;
    QLabel *m_note;
    QWidget *m_strip;
    FlowLayout *m_flow;
    QList<PictureItem *> m_items;
    QHash<int, QPixmap> m_pictures; //!< by the id of the item
    QStringList m_problems;         //!< with what did not come into the tray, or has left it
};

} // namespace jjak::desktop
