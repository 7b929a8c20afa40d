/** Was somebody told to turn to others when Today was last open? Known before the diary is. */
export { hadCare as wasTold } from '#storage/mark.ts'
