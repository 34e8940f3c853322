#pragma once

#include "model/domain/decision.h"
#include "ui/policies/studio_context.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace signalbox {

class ActionRow;
class SeenValuesStore;

// What a policy does, in order. Rows are dragged by their grip or moved with Alt+↑ and Alt+↓; Del on the grip removes one.
class ActionList : public QWidget {
    Q_OBJECT

public:
    ActionList(const StudioContext& context, SeenValuesStore& seen, QWidget* parent = nullptr);

    void setActions(const std::vector<Action>& actions);   // emits nothing
    const std::vector<Action>& actions() const { return m_actions; }
    void setReadOnly(bool readOnly);
    void focusFirst();

Q_SIGNALS:
    void edited(const std::vector<signalbox::Action>& after, const QString& what, const QString& mergeKey);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    ActionRow* newRow();
    int rowOf(const QWidget* inside) const;   // -1: none
    QString troubleOf(std::size_t at) const;
    void commit(const QString& what, const QString& mergeKey = {});
    void move(int from, int to);
    void remove(int at);
    void showMenu();
    void dragTo(int row, const QPoint& global);
    void drop();
    bool takeKey(int key, Qt::KeyboardModifiers with, bool onGrip);

    StudioContext m_context;
    SeenValuesStore& m_seen;
    std::vector<Action> m_actions;
    std::vector<ActionRow*> m_rows;
    bool m_readOnly = false;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    QWidget* m_insertion;
    int m_dragged = -1;
    int m_landing = -1;
};

}
