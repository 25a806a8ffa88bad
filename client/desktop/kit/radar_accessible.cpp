// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/radar_accessible.h"

#include "client/desktop/kit/install_accessibility.h"
#include "client/desktop/kit/radar_picker.h"

#include <QAccessibleWidget>

namespace jjak::desktop {

namespace {

//! A RadarPicker as a slider.
class RadarAccessible : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit RadarAccessible(RadarPicker *picker) : QAccessibleWidget(picker, QAccessible::Slider) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QString text(QAccessible::Text type) const override
    {
        return type == QAccessible::Value ? picker()->valueText() : QAccessibleWidget::text(type);
    }

    [[nodiscard]] QVariant currentValue() const override { return picker()->value(); }
    void setCurrentValue(const QVariant &value) override { picker()->setValue(value.toInt()); }
    [[nodiscard]] QVariant maximumValue() const override { return int(picker()->steps().size()) - 1; }
    [[nodiscard]] QVariant minimumValue() const override { return 0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1; }

private:
    [[nodiscard]] RadarPicker *picker() const { return static_cast<RadarPicker *>(object()); }
};

} // namespace

void installRadarAccessibility()
{
    installAccessibility<RadarPicker, RadarAccessible>();
}

} // namespace jjak::desktop
