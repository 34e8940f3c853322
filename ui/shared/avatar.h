#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

class QPainter;

namespace signalbox {

enum class AvatarKind { Person, Agent, Ai };

// Up to two letters: "Amelia Okafor" -> "AO", "Visitor 8F21" -> "V8", "AI" -> "AI".
QString initials(const QString& name);
// A circle of 24 (or what `box` holds) with the initials.
void paintAvatar(QPainter& painter, const QRectF& box, const Theme& theme, const QString& name, AvatarKind kind);

class Avatar : public QWidget {
    Q_OBJECT

public:
    explicit Avatar(Theme& theme, QWidget* parent = nullptr);

    void setPerson(const QString& name, AvatarKind kind = AvatarKind::Person);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QString m_name;
    AvatarKind m_kind = AvatarKind::Person;
};

}
