#pragma once

#include <QString>
#include <QUndoCommand>

#include <functional>

namespace signalbox {

// One step of undo, made of what does it and what takes it back. Steps in a row with the same key, when there is one, are
// one step (typing): the first's way back, the last's way forth.
class DraftStep : public QUndoCommand {
public:
    DraftStep(const QString& what, QString key, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(what), m_key(std::move(key)), m_redo(std::move(redo)), m_undo(std::move(undo))
    {
    }
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }
    int id() const override { return m_key.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* const later = static_cast<const DraftStep*>(other);   // same id: same class
        if (later->m_key != m_key)
            return false;
        m_redo = later->m_redo;
        setText(later->text());
        return true;
    }

private:
    QString m_key;
    std::function<void()> m_redo;
    std::function<void()> m_undo;
};

}
