#include "ui/shared/buttons.h"

namespace signalbox {

namespace {

QPushButton* make(const QString& text, const QString& objectName, const char* look, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    if (look)
        button->setProperty(look, true);
    return button;
}

}

QPushButton* newButton(const QString& text, const QString& objectName, QWidget* parent)
{
    return make(text, objectName, nullptr, parent);
}

QPushButton* newPrimaryButton(const QString& text, const QString& objectName, QWidget* parent)
{
    return make(text, objectName, "primary", parent);
}

QPushButton* newSmallButton(const QString& text, const QString& objectName, QWidget* parent)
{
    return make(text, objectName, "small", parent);
}

QPushButton* newLink(const QString& text, const QString& objectName, QWidget* parent)
{
    QPushButton* link = make(text, objectName, "link", parent);
    link->setCursor(Qt::PointingHandCursor);
    return link;
}

QToolButton* newIconButton(Theme& theme, const QString& icon, const QString& name, const QString& objectName,
                           QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setProperty("quiet", true);
    button->setIcon(theme.icon(icon));
    button->setToolTip(name.toHtmlEscaped());
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    const auto size = [button, &theme] {
        button->setIconSize(QSize(theme.px(16), theme.px(16)));
        button->setFixedSize(theme.px(28), theme.px(28));
    };
    size();
    QObject::connect(&theme, &Theme::changed, button, size);
    return button;
}

QCheckBox* newSwitch(const QString& text, const QString& objectName, QWidget* parent)
{
    auto* box = new QCheckBox(text, parent);
    box->setObjectName(objectName);
    box->setProperty("switch", true);
    return box;
}

}
