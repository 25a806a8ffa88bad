// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

#include <mutex>

namespace jjak::desktop {

//! Tells Qt once that `Widget` is presented to screen readers by `Accessible`.
template <class Widget, class Accessible>
void installAccessibility()
{
    static std::once_flag once;
    std::call_once(once, [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *widget = qobject_cast<Widget *>(object);
            return widget != nullptr ? new Accessible(widget) : nullptr;
        });
    });
}

} // namespace jjak::desktop
