// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QUrl>

namespace jjak::desktop {

class Theme;

//! Before a link of somebody else is opened: names the host and shows the whole address. Opens, copies, or leaves it.
class LinkDialog final : public QDialog {
    Q_OBJECT

public:
    LinkDialog(const Theme &theme, const QUrl &url, QWidget *parent);

Q_SIGNALS:
    void openWanted(const QUrl &url);
};

} // namespace jjak::desktop
